/** Invented rows for `npm run mock`; the shapes are the server's. */
const now = Date.now();
const hours = (count: number): string => new Date(now + count * 3_600_000).toISOString();

export const demo = [
  ['analyst', '周分析', 'analyst'], ['county', '王专责', 'county-auditor'], ['handler1', '李处理', 'handler'], ['handler2', '赵处理', 'handler'],
  ['reviewer', '孙复核', 'reviewer'], ['owner', '吴流程', 'process-owner'], ['auditor', '郑审计', 'auditor'], ['admin', '系统管理员', 'administrator'],
].map(([userName = '', displayName = '', role = '']) => ({ userName, displayName, role, password: 'Demo#2026' }));

const base = ['case.read', 'anomaly.read', 'work.answer', 'library.read'];
export const permissionsOf = (role: string): string[] =>
  role === 'administrator'
    ? ['account.manage', 'data.import']
    : role === 'handler'
      ? ['case.read', 'work.answer', 'library.read']
      : [...base, 'anomaly.triage', 'task.create', 'scan.run', 'data.import', 'definition.read', 'definition.edit'];

export const orgs = [
  { orgNo: '370306', name: '示范县供电公司', parentOrgNo: '3703', orgPath: '/37/3703/370306/', level: 3 },
  ...['城关', '北坪', '河口', '石桥'].map((name, index) => ({ orgNo: `3703060${index + 1}`, name: `${name}供电所`, parentOrgNo: '370306', orgPath: `/37/3703/370306/3703060${index + 1}/`, level: 4 })),
];

export const workbench = {
  inbox: { open: 6, dueToday: 2, overdue: 1 }, anomalies: { new: 128, toHandle: 17, inTask: 43 }, cases: { open: 12, overdue: 2, closedThisMonth: 5 },
  byStage: [['monitor', 2], ['task', 1], ['dispatch', 4], ['handle', 9], ['recheck', 3], ['evaluate', 1], ['improve', 2]].map(([stage, count]) => ({ stage: String(stage), count: Number(count) })),
  recent: [1, 2, 3, 4].map((n) => ({ kind: 'work-item.completed', subject: 'case/42', subjectId: 42, number: `GD-37030601-202605-0000${n}`, text: '李处理 提交了处理回复', at: hours(-n * 3) })),
  data: { ym: '202605', batchId: 3, loadedAt: hours(-30), stamp: '2026-06-10' },
};

export const themes = [
  ['DJ-01', '应执行两部制电价未执行', 'Two-part tariff not applied where due', '电价电费', '1'], ['JL-01', '电能表示数异常', 'Abnormal meter reading', '计量', '2'],
  ['YJ-01', '超容量用电', 'Use above contract capacity', '用电检查', 'special'], ['XS-01', '台区线损异常', 'Abnormal area loss', '线损', '2'],
].map(([code = '', nameZh = '', nameEn = '', specialty = '', level = '']) => ({
  code, version: 1, nameZh, nameEn, specialty, level, frequency: '月', purposeZh: '找出应当执行而没有执行的用户。',
  parameters: [{ name: 'min_cap', value: 315, unit: 'kVA', label: { zh: '最小容量', en: 'Minimum capacity' } }],
}));

const states = ['new', 'to-handle', 'in-task', 'ignored', 'done', 'reanalyse'];
export const anomalies = Array.from({ length: 24 }, (_, index) => {
  const theme = themes[index % themes.length] as (typeof themes)[number];
  return {
    id: index + 1, themeCode: theme.code, themeName: theme.nameZh, ym: '202605', objKey: `37030600${1000 + index * 37}`, orgNo: '37030601', orgName: orgs[1 + (index % 4)]?.name ?? '',
    metric: 411_100 - index * 9_000.5, limitValue: 238_080, level: theme.level, specialty: theme.specialty, state: states[index % 3 === 0 ? 1 : index % states.length] ?? 'new', hits: 1 + (index % 4),
    firstSeenAt: hours(-400), lastSeenAt: hours(-20), taskId: index % 6 === 2 ? 7 : null, caseId: index % 6 === 2 ? 42 : null,
  };
});
export const anomalyDetail = (id: number) => ({
  ...anomalies[id - 1], themeVersion: 1, ruleText: '合同容量不低于 315 kVA 的大工业用户，本月仍按单一制电价计费。',
  readings: Array.from({ length: 13 }, (_, index) => ({ ym: `${index < 8 ? 2025 : 2026}${String(((index + 4) % 12) + 1).padStart(2, '0')}`, kwh: 180_000 + ((index * 37_000) % 240_000), amount: 120_000 + ((index * 21_000) % 160_000) })),
});

const number = 'GD-37030601-202605-00001';
export const caseRows = Array.from({ length: 6 }, (_, index) => ({
  id: 42 + index, number: `GD-37030601-202605-0000${index + 1}`, title: `${themes[index % 4]?.nameZh ?? ''} 城关供电所`, themeCode: themes[index % 4]?.code ?? '', themeName: themes[index % 4]?.nameZh ?? '', orgName: '城关供电所',
  stage: ['handle', 'recheck', 'dispatch', 'evaluate', 'improve', 'closed'][index] ?? '', state: ['handling', 'unit-review', 'dispatched', 'evaluating', 'improving', 'closed'][index] ?? '', urgency: ['critical', 'urgent', 'normal'][index % 3] ?? '',
  dueAt: index === 5 ? null : hours([-30, 3, 20, 100, 300][index] ?? 0), overdue: index === 0, itemCount: 3 + index, createdAt: hours(-200 - index),
}));

const text = (zh: string, en: string) => ({ zh, en });
const form = {
  key: 'handling-reply', version: 1, title: text('处理回复单', 'Handling reply'),
  fields: [
    { name: 'checkedBy', type: 'choices', label: text('核查方式', 'Checked by'), required: true, options: [['system', '系统', 'System'], ['site', '现场', 'On site'], ['phone', '电话', 'Phone']].map(([value = '', zh = '', en = '']) => ({ value, label: text(zh, en) })) },
    { name: 'conclusion', type: 'choice', label: text('核查结论', 'Conclusion'), required: true, options: [['confirmed-internal', '属实-内部差错', 'Confirmed: internal error'], ['confirmed-customer', '属实-客户原因', 'Confirmed: customer'], ['not-confirmed', '不属实', 'Not confirmed'], ['normal', '正常现象（建议白名单）', 'Normal']].map(([value = '', zh = '', en = '']) => ({ value, label: text(zh, en) })) },
    { name: 'problemKind', type: 'choice', label: text('问题分类', 'Problem kind'), requiredWhen: { field: 'conclusion', in: ['confirmed-internal', 'confirmed-customer'] }, visibleWhen: { field: 'conclusion', in: ['confirmed-internal', 'confirmed-customer'] }, options: ['01', '02', '03', '04', '05', '06', '07', '08'].map((value) => ({ value, label: text(`分类 ${value}`, `Kind ${value}`) })) },
    { name: 'explanation', type: 'text', multiline: true, label: text('原因说明', 'Explanation'), help: text('写明核查经过和判断依据。', 'Say what was checked and why you conclude so.'), required: true, minLength: 20, maxLength: 2000 },
    { name: 'doneAt', type: 'date', label: text('计划完成日', 'Planned date') },
    { name: 'recoveredYuan', type: 'money', label: text('追补电费', 'Money recovered'), min: 0, decimals: 2, unit: text('元', 'yuan') },
    { name: 'kwh', type: 'energy', label: text('涉及电量', 'Energy'), help: text('追补为正，退补为负。', 'Positive to recover, negative to refund.'), unit: text('千瓦时', 'kWh') },
    { name: 'onSite', type: 'boolean', label: text('是否到现场', 'On site'), required: true },
    { name: 'photos', type: 'evidence', label: text('佐证材料', 'Evidence'), help: text('现场核查需照片。', 'Photos for on-site checks.'), required: true, min: 1 },
  ],
};

const row = (id: string, title: string, stage: string, roleName: string, urgency: string, due: number, subjectId = 42) => ({
  id, title, subject: `case/${subjectId}`, subjectKind: 'case', subjectId, subjectNumber: `GD-37030601-202605-${String(subjectId - 41).padStart(5, '0')}`, stage, roleName, urgency, openedAt: hours(-60), dueAt: hours(due), state: 'open', orgName: '城关供电所', outcome: null,
});
export const workItems = [
  row('wi-handle', '稽查处理', 'handle', 'handler', 'critical', -30), row('wi-2', '单位审核', 'recheck', 'county-auditor', 'urgent', 3, 43), row('wi-3', '签收', 'dispatch', 'county-auditor', 'normal', 20, 44), row('wi-4', '评价考核', 'evaluate', 'reviewer', 'normal', 240, 45),
  { ...row('wi-5', '在线监控', 'monitor', 'analyst', 'urgent', 90, 7), subject: 'task/7', subjectKind: 'task', subjectNumber: 'RW-370306-202605-00007' },
];
export const workItem = (id: string) => ({
  ...(workItems.find((one) => one.id === id) ?? workItems[0]), id, version: 1, form, prefill: {}, canAnswer: true,
  outcomes: [{ value: '提交', label: text('提交回复', 'Submit reply'), primary: true }, { value: '退回', label: text('退回', 'Return'), commentRequired: true }],
});

const stages = (current: number) => ['monitor', 'task', 'dispatch', 'handle', 'recheck', 'evaluate', 'improve'].map((key, index) => ({ key, state: index < current ? 'done' : index === current ? 'current' : 'waiting', at: index <= current ? hours(-200 + index * 20) : null }));

export const auditCase = (handled: boolean) => ({
  ...caseRows[0], number, specialty: '电价电费', level: '1', conclusion: 'confirmed-customer', rootCause: null, recoveredYuan: 134_400, score: null, returns: 1, escalationLevel: 0, closedAt: null, task: { id: 7, number: 'RW-370306-202605-00007' },
  items: anomalies.slice(0, 3).map((one) => ({ id: one.id, objKey: one.objKey, metric: one.metric, limitValue: one.limitValue, conclusion: null, anomalyId: one.id })),
  evidence: [{ id: 1, fileName: '现场铭牌照片.pdf', contentType: 'application/pdf', size: 348_120, sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', uploadedBy: '李处理', uploadedAt: hours(-5), activityId: 'handle' }],
  openWorkItems: [handled ? { id: 'wi-2', title: '单位审核', roleName: 'county-auditor', canAnswer: false, dueAt: hours(8) } : { id: 'wi-handle', title: '稽查处理', roleName: 'handler', canAnswer: true, dueAt: hours(-30) }],
  stages: stages(handled ? 4 : 3),
  answers: [{ workItemId: 'wi-1', title: '签收', formKey: 'handling-reply', formVersion: 1, form, answers: { conclusion: 'confirmed-customer', explanation: '现场核对铭牌与档案容量不一致，已拍照并要求用户整改。', recoveredYuan: 134_400, kwh: 173_020, onSite: true }, outcome: '签收', comment: '已签收，转城关所处理。', by: '王专责', at: hours(-100) }],
});

export const history = [
  { seq: 1, at: hours(-200), actorName: '系统', kind: 'case.created', from: null, to: '签收', outcome: null, comment: null },
  { seq: 2, at: hours(-190), actorName: '王专责', kind: 'work-item.completed', from: '签收', to: '稽查处理', outcome: '签收', comment: '已签收，转城关所处理。' },
  { seq: 3, at: hours(-90), actorName: '李处理', kind: 'work-item.completed', from: '稽查处理', to: '单位审核', outcome: '提交', comment: null },
  { seq: 4, at: hours(-60), actorName: '王专责', kind: 'work-item.completed', from: '单位审核', to: '稽查处理', outcome: '退回', comment: '证据不足，请补充变压器铭牌照片和现场电流实测值。' },
  { seq: 5, at: hours(-2), actorName: '系统', kind: 'sla.overdue', from: '稽查处理', to: null, outcome: null, comment: null },
].map((one) => ({ ...one, definitionVersion: 1, data: null, hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }));

const node = (id: string, name: string, x: number, y = 120, type = `Audit.${id}`) => ({ id, type, name: id, metadata: { displayText: name, designer: { position: { x, y }, size: { width: 120, height: 54 } } } });
const line = (source: string, target: string, port = 'Done') => ({ source: { activity: source, port }, target: { activity: target, port: 'In' }, vertices: [] });
export const workflow = {
  definitionId: 'online-audit', version: 1, visited: ['Start', 'SignIn', 'Handle', 'UnitReview'], current: ['Handle'], incidents: [],
  root: {
    type: 'Elsa.Flowchart',
    activities: [node('Start', '开始', 0, 120, 'Elsa.Start'), node('SignIn', '签收', 180), node('Handle', '稽查处理', 380), node('UnitReview', '单位审核', 580), node('Recheck', '复核', 780), node('Evaluate', '评价考核', 980), node('Improve', '持续改进', 1180), node('Close', '归档', 1380), node('End', '结束', 1560, 120, 'Elsa.End')],
    connections: [line('Start', 'SignIn'), line('SignIn', 'Handle', '签收'), line('Handle', 'UnitReview', '提交'), line('UnitReview', 'Recheck', '同意'), line('UnitReview', 'Handle', '退回'), line('Recheck', 'Evaluate', '通过'), line('Recheck', 'Handle', '退回'), line('Evaluate', 'Improve'), line('Improve', 'Close'), line('Close', 'End')],
  },
};
export const definitions = [['online-audit', '在线稽查工单'], ['audit-task', '稽查任务']].map(([definitionId = '', name = '']) => ({ id: `${definitionId}-v1`, definitionId, name, description: '从签收到归档。', version: 1, createdAt: hours(-900), isPublished: true }));

export const taskRows = [{ id: 7, number: 'RW-370306-202605-00007', title: '应执行两部制电价未执行 2026-05', type: 'online', urgency: 'urgent', stage: 'dispatch', state: 'dispatching', orgName: '示范县供电公司', createdBy: '周分析', createdAt: hours(-220), closedAt: null, anomalyCount: 12 }];
export const task = { ...taskRows[0], cases: caseRows.slice(0, 4).map(({ id, number: no, orgName, stage, state }) => ({ id, number: no, orgName, stage, state })), workItem: { id: 'wi-5' } };

export const hazard = { id: 3, number: 'YH-370306-202605-00003', title: '专变用户私自增容未被发现', specialty: '用电检查', rootCause: 'process', caseId: 42, caseNumber: number, status: 'new', createdAt: hours(-40), bodyMd: '', bodyHtml: '<h2>表现</h2><p>用户在合同容量之外另接一台 800 kVA 变压器。</p><h2>根因</h2><ul><li>周期检查未核对铭牌</li><li>负荷超容无自动告警</li></ul>' };
export const accounts = demo.map((one, index) => ({ id: index + 1, userName: one.userName, displayName: one.displayName, personNo: `3100${1000 + index}`, orgNo: '370306', orgName: '示范县供电公司', roles: [one.role], disabled: index === 6 }));
export const importBatch = { id: 3, state: 'failed', progress: 1, rowsRead: 182_345, rowsRejected: 2, files: [{ name: 'cons.csv', rows: 5000, rejected: 0 }, { name: 'bill.csv', rows: 65_000, rejected: 2 }], problems: [{ file: 'bill.csv', line: 1024, column: 'kwh', reason: '不是数字：“12a”' }, { file: 'bill.csv', line: 2048, column: 'ym', reason: '月份应为 YYYYMM' }], startedAt: hours(-30), endedAt: hours(-29.9) };
export const scan = { id: 5, ym: '202605', state: 'done', startedAt: hours(-28), endedAt: hours(-27.9), themes: themes.map((one, index) => ({ code: one.code, found: 12 + index, new: 3, durationMs: 84 + index * 31, error: index === 3 ? '查询超时（30 秒）' : null })) };
