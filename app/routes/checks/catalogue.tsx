import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/app/auth/require-member.server';
import { type CatalogueChoice, chosenGroups, countOf, groupsOf, readChoice } from '~/app/components/checks/catalogue-filter';
import { CatalogueView } from '~/app/components/checks/catalogue-view';
import { CHECK_CATALOGUE } from '~/app/domain/checks/registry';
import { CATALOGUE_READERS } from './catalogue-readers';

export const meta: MetaFunction = () => [{ title: '核查目录 - 衡绩' }];

const LEVEL_NAMES = { E: '错误', W: '警告', I: '提示' } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireMember(request, context, ...CATALOGUE_READERS);
  const choice = readChoice(new URL(request.url).searchParams, CHECK_CATALOGUE);
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
  return <CatalogueView {...useLoaderData<typeof loader>()} />;
}
