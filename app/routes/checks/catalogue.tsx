import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData, useNavigation } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { type CatalogueChoice, chosenGroups, countOf, groupsOf, readChoice } from '~/app/components/checks/catalogue-filter';
import { CatalogueView } from '~/app/components/checks/catalogue-view';
import { CHECK_CATALOGUE } from '~/app/domain/checks/registry';
import { CATALOGUE_READERS } from './catalogue-readers';

export const meta: MetaFunction = () => [{ title: '核查目录 - 衡绩' }];

const LEVEL_NAMES = { E: '错误', W: '警告', I: '提示' } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireMember(request, context, ...CATALOGUE_READERS);
  const choice = readChoice(
    new URL(request.url).searchParams,
    groupsOf(CHECK_CATALOGUE).map(({ letter }) => letter),
  );
  const count = (more: Partial<CatalogueChoice>): number => countOf(CHECK_CATALOGUE, { ...choice, ...more });
  return json({
    total: CHECK_CATALOGUE.length,
    choice,
    groups: chosenGroups(CHECK_CATALOGUE, choice),
    groupOptions: [
      { value: '', label: '全部类别', count: count({ group: '' }) },
      ...groupsOf(CHECK_CATALOGUE).map(({ letter, name }) => ({ value: letter, label: `${letter} ${name}`, count: count({ group: letter }) })),
    ],
    levelOptions: [
      { value: '', label: '全部级别', count: count({ level: '' }) },
      ...(['E', 'W', 'I'] as const).map((level) => ({ value: level, label: LEVEL_NAMES[level], count: count({ level }) })),
    ],
  });
}

export default function Catalogue() {
  const data = useLoaderData<typeof loader>();
  const { location } = useNavigation();
  const letters = data.groupOptions.map(({ value }) => value);
  // Two filters clicked one right after the other both count, although the page of the first is still on its way.
  const choice = location?.pathname === '/checks' ? readChoice(new URLSearchParams(location.search), letters) : data.choice;
  return <CatalogueView {...data} choice={choice} />;
}
