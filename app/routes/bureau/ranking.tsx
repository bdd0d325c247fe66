import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData, useRevalidator, useSearchParams } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { useProgress } from '~/app/components/progress/use-progress';
import { RankingView } from '~/app/components/round/ranking-view';
import { getRanking } from '~/app/services/ranking/get-ranking.server';

export const meta: MetaFunction = () => [{ title: '自评排名 - 衡绩' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'bureau_officer', 'bureau_admin');
  return json(await getRanking(context.deps, member, params['roundId']!));
}

export default function RankingPage() {
  const { round, ranking } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const [search] = useSearchParams();
  useProgress([`round:${round.id}`], revalidate);
  return <RankingView round={round} ranking={ranking} category={search.get('category') ?? ''} />;
}
