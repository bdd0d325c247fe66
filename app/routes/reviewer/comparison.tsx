import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { ComparisonView, type ComparisonViewProps } from '~/app/components/comparison/comparison-view';
import { spreadChart } from '~/app/components/comparison/spread-chart.server';
import { getComparison } from '~/app/services/comparison/get-comparison.server';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'reviewer');
  const wanted = new URL(request.url).searchParams.get('year') ?? '';
  const page = await getComparison(context.deps, member, /^\d{4}$/.test(wanted) ? Number(wanted) : null);
  return json({ ...page, chart: spreadChart(page.comparison.bureaus) });
}

export default function Comparison() {
  const data = useLoaderData<typeof loader>();
  return <ComparisonView {...(data as ComparisonViewProps)} />;
}
