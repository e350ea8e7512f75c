import { accounts, anomalies, anomalyDetail, auditCase, caseRows, definitions, demo, hazard, history, importBatch, orgs, permissionsOf, scan, task, taskRows, themes, workItem, workItems, workbench, workflow } from './mock-data.ts';

type Answer = [number, unknown?];

let signedIn: string | undefined;
let language = 'zh';
const done = new Set<string>();

const session = () => {
  const account = demo.find((one) => one.userName === signedIn);
  return account && { account: { id: 1, userName: account.userName, displayName: account.displayName, orgNo: '370306', orgName: '示范县供电公司', orgPath: '/37/3703/370306/', roles: [account.role], permissions: permissionsOf(account.role), language } };
};

const page = (items: unknown[]) => ({ items, next: null, total: items.length });

const complete = (id: string, body: Record<string, unknown>): Answer => {
  if (String(body.comment).includes('409')) {
    return [409, { code: 'work-item-gone', title: '已办结', detail: '这个环节已经办结', state: 'completed', completedBy: '李处理', completedAt: '2026-06-10T02:11:00Z' }];
  }
  done.add(id);
  return [200, { subject: 'case/42', stage: 'recheck', state: 'unit-review' }];
};

const gets: [RegExp, (url: URL, id: string) => Answer][] = [
  [/^\/api\/antiforgery$/, () => [204]],
  [/^\/api\/demo-accounts$/, () => [200, demo]],
  [/^\/api\/workbench$/, () => [200, workbench]],
  [/^\/api\/orgs$/, () => [200, orgs]],
  [/^\/api\/themes$/, () => [200, themes]],
  [/^\/api\/themes\/(.+)$/, (_, id) => [200, { ...themes.find((one) => one.code === id), ruleSql: 'SELECT b.org_no, b.cons_no AS obj_key, b.run_cap AS metric, @min_cap AS limit_v\nFROM bill b JOIN cons c ON c.cons_no = b.cons_no\nWHERE b.ym = @ym AND b.two_part = 0 AND b.contract_cap >= @min_cap', causes: '档案电价码错误；增容后未变更', checks: '核对合同容量、铭牌、计费容量', basis: '发改价格〔2023〕526号' }]],
  [/^\/api\/anomalies$/, (url) => [200, page(anomalies.filter((one) => !url.searchParams.get('state') || one.state === url.searchParams.get('state')))]],
  [/^\/api\/anomalies\/(\d+)$/, (_, id) => [200, anomalyDetail(Number(id))]],
  [/^\/api\/tasks$/, () => [200, page(taskRows)]],
  [/^\/api\/tasks\/(\d+)$/, () => [200, task]],
  [/^\/api\/work-items$/, (url) => [200, page(url.searchParams.get('scope') === 'done' ? [] : workItems)]],
  [/^\/api\/work-items\/([^/]+)$/, (_, id) => [200, done.has(id) ? { ...workItem(id), state: 'completed', canAnswer: false, outcome: '提交', answers: { conclusion: 'confirmed-customer', explanation: '现场核实' } } : workItem(id)]],
  [/^\/api\/cases$/, () => [200, page(caseRows)]],
  [/^\/api\/cases\/404$/, () => [404, { code: 'not-found', title: '没有找到' }]],
  [/^\/api\/cases\/(\d+)$/, () => [200, auditCase(done.has('wi-handle'))]],
  [/^\/api\/(?:cases|tasks)\/\d+\/history$/, () => [200, { items: history, next: null }]],
  [/^\/api\/(?:cases|tasks)\/\d+\/workflow$/, () => [200, workflow]],
  [/^\/api\/hazards$/, () => [200, page([hazard])]],
  [/^\/api\/hazards\/\d+$/, () => [200, hazard]],
  [/^\/api\/notifications$/, () => [200, { items: [{ id: 1, kind: 'sla.overdue', text: '工单 GD-37030601-202605-00001 处理已超期', subjectKind: 'case', subjectId: 42, at: '2026-06-09T09:30:00Z', read: false }, { id: 2, kind: 'work-item.opened', text: '新待办：稽查处理', subjectKind: 'case', subjectId: 42, at: '2026-06-08T01:30:00Z', read: true }], unread: 1, next: null }]],
  [/^\/api\/accounts$/, () => [200, accounts]],
  [/^\/api\/imports$/, () => [200, [importBatch]]],
  [/^\/api\/imports\/\d+$/, () => [200, importBatch]],
  [/^\/api\/scans$/, () => [200, [scan]]],
  [/^\/api\/scans\/\d+$/, () => [200, scan]],
  [/^\/elsa\/api\/workflow-definitions$/, () => [200, { items: definitions, totalCount: definitions.length }]],
  [/^\/elsa\/api\/workflow-definitions\/by-definition-id\/(.+)$/, (_, id) => [200, { ...definitions.find((one) => one.definitionId === id), root: workflow.root }]],
];

const changes = (method: string, path: string, body: Record<string, unknown>): Answer => {
  if (path === '/api/session' && method === 'POST') {
    signedIn = demo.find((one) => one.userName === body.userName && one.password === body.password)?.userName;
    return signedIn ? [200, session()] : [401, { code: 'sign-in-failed', title: '登录失败' }];
  }
  if (path === '/api/session' && method === 'DELETE') {
    signedIn = undefined;
    return [204];
  }
  if (path === '/api/session/language') {
    language = String(body.language);
    return [204];
  }
  const item = /^\/api\/work-items\/([^/]+)\/complete$/.exec(path)?.[1];
  if (item) {
    return complete(item, body);
  }
  return path === '/api/anomalies/triage' ? [200, { changed: (body.ids as number[]).length, refused: [] }] : /(tasks|imports|scans|evidence)$/.test(path) ? [201, { id: 7, number: 'RW-370306-202605-00007' }] : [204];
};

export const answerFor = (method: string, url: URL, body: Record<string, unknown>): Answer => {
  if (url.pathname === '/api/session' && method === 'GET') {
    return session() ? [200, session()] : [401, { code: 'signed-out' }];
  }
  if (method !== 'GET') {
    return changes(method, url.pathname, body);
  }
  for (const [pattern, answer] of gets) {
    const match = pattern.exec(url.pathname);
    if (match) {
      return answer(url, decodeURIComponent(match[1] ?? ''));
    }
  }
  return [404, { code: 'not-found' }];
};
