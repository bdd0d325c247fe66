/** The head of the official indicator table; `col-self` is the wider column where self scores are typed. */
export function IndicatorHead({ isTyped }: { isTyped: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="col-level">一级</th>
        <th scope="col" className="col-level">二级</th>
        <th scope="col" className="col-name">三级指标</th>
        <th scope="col" className="col-target">目标值</th>
        <th scope="col" className="col-actual">完成值</th>
        <th scope="col" className="col-figure align-right">分值</th>
        <th scope="col" className="col-figure align-right">系统测算</th>
        <th scope="col" className={`${isTyped ? 'col-self' : 'col-figure'} align-right`}>自评得分</th>
        <th scope="col">偏差原因、自评说明</th>
      </tr>
    </thead>
  );
}
