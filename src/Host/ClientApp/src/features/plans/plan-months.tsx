import { Button, Drawer, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { useCode } from '@/ui/use-text';
import { planKey, useStep, type Plan, type PlanMonth } from './plan';
import { PlanChecks } from './plan-checks';
import { ThemeSelect } from './theme-select';

/** The calendar of a year as twelve cards: the theme, why it, where to go, and the checks of the month. */
export const PlanMonths = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslation();
  const may = useMay();
  const code = useCode();
  const [editing, setEditing] = useState<PlanMonth>();
  const writes = may('plan.write') && plan.state !== 'consulting';
  return (
    <>
      <ol className="plan-months" aria-label={t('plans:tab.months')}>
        {plan.months.map((month) => (
          <li key={month.month} className="panel plan-month">
            <div className="card-line">
              <strong>{t('plans:month', { month: month.month })}</strong>
              {writes && (
                <Button type="link" className="cell-link" onClick={() => setEditing(month)} aria-label={t('plans:editMonth', { month: month.month })}>
                  {t('plans:edit')}
                </Button>
              )}
            </div>
            {month.themeCode ? (
              <div>
                <Link to={`/themes/${month.themeCode}`}>
                  {month.themeCode} {month.themeName}
                </Link>
                <div className="muted small">{code('specialty', month.specialty)}</div>
              </div>
            ) : (
              <div className="muted">{t('plans:noTheme')}</div>
            )}
            {month.focus && <p className="pre-line plan-focus">{month.focus}</p>}
            {month.counties.length > 0 && <div className="small">{t('plans:countiesOf', { names: month.counties.map((county) => county.name).join('、') })}</div>}
            {plan.state === 'approved' && <PlanChecks plan={plan} month={month.month} />}
            {plan.state === 'approved' && month.themeCode && may('plan.write') && (
              <div className="plan-links">
                <Link to={`/schemes?plan=${plan.id}&month=${month.month}&year=${plan.year}&theme=${month.themeCode}&new=1`}>{t('plans:toScheme')}</Link>
                <Link to={`/samples?plan=${plan.id}&ym=${plan.year}${String(month.month).padStart(2, '0')}&new=1`}>{t('plans:toSample')}</Link>
              </div>
            )}
          </li>
        ))}
      </ol>
      {editing && <MonthDrawer plan={plan} month={editing} onClose={() => setEditing(undefined)} />}
    </>
  );
};

type Values = { themeCode?: string; focus?: string; counties?: string[] };

const MonthDrawer = ({ plan, month, onClose }: { plan: Plan; month: PlanMonth; onClose: () => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const save = useStep([planKey], (values: Values) => http.put(`/api/plans/${plan.id}/months/${month.month}`, values), onClose);
  return (
    <Drawer
      open
      size={480}
      title={t('plans:editMonth', { month: month.month })}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {t('plans:save')}
          </Button>
        </div>
      }
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ themeCode: month.themeCode || undefined, focus: month.focus, counties: month.counties.map((county) => county.code) }}
        onFinish={(values) => save.mutate({ ...values, themeCode: plan.state === 'approved' ? month.themeCode : (values.themeCode ?? '') })}
      >
        {plan.state === 'approved' ? (
          <Form.Item label={t('plans:theme')} extra={t('plans:themeFixed')}>
            {month.themeName || '—'}
          </Form.Item>
        ) : (
          <Form.Item name="themeCode" label={t('plans:theme')}>
            <ThemeSelect />
          </Form.Item>
        )}
        <Form.Item name="focus" label={t('plans:focus')} extra={t('plans:focusHint')}>
          <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 3 }} />
        </Form.Item>
        <Form.Item name="counties" label={t('plans:counties')} extra={t('plans:countiesHint')}>
          <Select mode="multiple" options={plan.counties.map((county) => ({ value: county.code, label: county.name }))} />
        </Form.Item>
      </Form>
    </Drawer>
  );
};
