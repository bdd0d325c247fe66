export { BudgetSection as default } from '~/app/components/workspace/budget/budget-section';
