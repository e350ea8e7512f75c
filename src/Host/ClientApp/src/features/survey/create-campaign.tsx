import { App, Button, DatePicker, Drawer, Form, Input, Select, TreeSelect } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation } from '@tanstack/react-query';
import { http } from '@/api/http';
import { OrgSelect, useOrgs } from '@/ui/org-select';
import { PeopleSelect } from '@/ui/people-select';
import { SourceSelect, useHasWarehouse, useSources, type Source } from '@/ui/source-select';
import { LoadingView, useErrorText } from '@/ui/state-views';
import { useChecklists } from './survey';

type Values = { title: string; checklist: string; orgNo: string; ym: Dayjs; source?: string; rhythm: string; days: [Dayjs, Dayjs]; teams: { name: string; units: string[]; members?: number[] }[] };

const months = 'YYYYMM';
const iso = 'YYYY-MM-DD';

/** The newest month of the data; without data the last one. */
const newest = (sources: Source[] | undefined): Dayjs => {
  const ym = sources?.find((source) => source.ym)?.ym;
  return ym ? dayjs(`${ym.slice(0, 4)}-${ym.slice(4)}-01`) : dayjs().subtract(1, 'month');
};

/** A new survey: topic, place, month, rhythm of the report, and one team for each unit. */
export const CreateCampaign = ({ onClose }: { onClose: () => void }) => {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const checklists = useChecklists();
  const orgs = useOrgs();
  const sources = useSources();
  const several = useHasWarehouse();
  const orgNo = Form.useWatch('orgNo', form);
  const path = orgs.data?.find((org) => org.orgNo === orgNo)?.orgPath;
  const units = (orgs.data ?? []).filter((org) => path && org.orgPath.startsWith(path)).map((org) => ({ value: org.orgNo, title: org.name }));
  const save = useMutation({
    mutationFn: ({ ym, days, teams, ...rest }: Values) =>
      http.post<{ id: number }>('/api/survey/campaigns', {
        ...rest,
        ym: ym.format(months),
        startDay: days[0].format(iso),
        endDay: days[1].format(iso),
        teams: teams.map((team) => ({ name: team.name, units: team.units, members: team.members ?? [] })),
      }),
    onSuccess: ({ id }) => void navigate(`/survey/${id}`),
    onError: (error) => void message.error(errorText(error), 6),
  });
  const needed = [{ required: true, message: t('survey:needed') }];
  return (
    <Drawer
      open
      size={640}
      title={t('survey:create')}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {t('survey:start')}
          </Button>
        </div>
      }
    >
      {sources.isLoading ? <LoadingView /> : <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ rhythm: 'daily', ym: newest(sources.data), days: [dayjs(), dayjs().add(30, 'day')], teams: [{}] }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item name="title" label={t('survey:name')} rules={needed}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="checklist" label={t('survey:topic')} rules={needed}>
          <Select
            options={(checklists.data ?? [])
              .filter((list) => list.enabled)
              .map((list) => ({ value: list.code, label: `${i18n.language === 'en' ? list.nameEn : list.nameZh} (${t('survey:ruleCount', { count: list.rules.length })})` }))}
          />
        </Form.Item>
        <OrgField label={t('common:unit')} rules={needed} />
        <Form.Item name="ym" label={t('survey:month')} rules={needed}>
          <DatePicker picker="month" />
        </Form.Item>
        <Form.Item name="days" label={t('survey:days')} rules={needed}>
          <DatePicker.RangePicker />
        </Form.Item>
        <Form.Item name="rhythm" label={t('survey:rhythm')} rules={needed}>
          <Select options={['daily', 'biweekly', 'monthly'].map((value) => ({ value, label: t(`survey:rhythms.${value}`) }))} />
        </Form.Item>
        {several && (
          <Form.Item name="source" label={t('survey:source')}>
            <SourceSelect />
          </Form.Item>
        )}
        <h3 className="section-title">{t('survey:teams')}</h3>
        <Form.List name="teams">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field) => (
                <fieldset key={field.key} className="team-fields">
                  <Form.Item name={[field.name, 'name']} label={t('survey:teamName')} rules={needed}>
                    <Input maxLength={60} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'units']} label={t('survey:units')} rules={needed}>
                    <TreeSelect multiple treeData={units} treeNodeFilterProp="title" placeholder={t('survey:unitsHint')} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'members']} label={t('survey:members')} extra={t('survey:membersHint')}>
                    <PeopleSelect within={path} />
                  </Form.Item>
                  {fields.length > 1 && (
                    <Button type="link" danger onClick={() => remove(field.name)}>
                      {t('survey:removeTeam')}
                    </Button>
                  )}
                </fieldset>
              ))}
              <Button onClick={() => add({})}>{t('survey:addTeam')}</Button>
            </>
          )}
        </Form.List>
      </Form>}
    </Drawer>
  );
};

const OrgField = ({ label, rules }: { label: string; rules: { required: boolean; message: string }[] }) => (
  <Form.Item name="orgNo" label={label} rules={rules}>
    <OrgInput />
  </Form.Item>
);

/** The form hands value and change over as it does to every control. */
const OrgInput = ({ value, onChange, id }: { value?: string; onChange?: (orgNo: string | undefined) => void; id?: string }) => (
  <OrgSelect value={value ?? ''} onChange={(next) => onChange?.(next)} {...(id ? { id } : {})} />
);
