import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { findMember, requireMember } from '~/app/auth/require-member.server';
import { exportTargetWorkbook } from '~/app/services/rounds/export-target-workbook.server';
import { importTargetWorkbook } from '~/app/services/rounds/import-target-workbook.server';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 审批目标表 of the departments whose codes `?departments=` lists, prefilled with what was approved last. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await requireMember(request, context, 'bureau_officer', 'bureau_admin');
  const codes = (new URL(request.url).searchParams.get('departments') ?? '').split(',').filter((code) => code !== '');
  const bytes = await exportTargetWorkbook(context.deps, member, codes);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': XLSX,
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="targets.xlsx"; filename*=UTF-8''${encodeURIComponent('审批目标表.xlsx')}`,
    },
  });
}

/** Reads an uploaded 审批目标表 and answers what it holds; nothing is stored. */
export async function action({ request, context }: ActionFunctionArgs) {
  const member = await findMember(request, context);
  if (!member) return json({ ok: false, errors: ['登录已过期，请重新登录。'], more: 0 }, { status: 401 });
  const form = await request.formData().catch(() => null);
  const file = form?.get('file');
  const projectFormId = z.uuid().safeParse(form?.get('projectFormId'));
  if (!(file instanceof Blob) || !projectFormId.success) return json({ ok: false, errors: ['没有收到文件，请重新选择。'], more: 0 }, { status: 400 });
  return json(await importTargetWorkbook(context.deps, member, { bytes: Buffer.from(await file.arrayBuffer()), projectFormId: projectFormId.data }));
}
