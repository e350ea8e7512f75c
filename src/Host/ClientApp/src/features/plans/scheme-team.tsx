import { Button, Drawer, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { PersonSelect } from '@/ui/people-select';
import { useCode } from '@/ui/use-text';
import { useStep } from './plan';
import { memberRoles, schemeKey, type Member, type Scheme } from './scheme';

const changeable = ['draft', 'approved', 'in-force'];

/** Who carries the scheme out: the leader first, and where each goes. */
export const SchemeTeam = ({ scheme, team }: { scheme: Scheme; team: Member[] }) => {
  const { t } = useTranslation();
  const code = useCode();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  return (
    <section className="panel gap-below" aria-label={t('plans:team.title')}>
      <div className="panel-head">
        <h2 className="side-title">{t('plans:team.title')}</h2>
        {may('plan.write') && changeable.includes(scheme.state) && <Button onClick={() => setEditing(true)}>{t('plans:team.edit')}</Button>}
      </div>
      {team.length === 0 ? (
        <p className="muted">{t('plans:team.none')}</p>
      ) : (
        <ul className="team-members">
          {team.map((member) => (
            <li key={member.accountId}>
              <span className="team-role">{code('memberRole', member.role)}</span>
              <span>
                {member.name} <span className="muted">{member.orgName}</span>
              </span>
              <span className="muted">{member.units.length > 0 ? member.units.map((unit) => unit.name).join('、') : t('plans:team.everywhere')}</span>
            </li>
          ))}
        </ul>
      )}
      {editing && <TeamForm scheme={scheme} team={team} onClose={() => setEditing(false)} />}
    </section>
  );
};

type Values = { members: { accountId: number; role: string; units: string[] }[] };

const TeamForm = ({ scheme, team, onClose }: { scheme: Scheme; team: Member[]; onClose: () => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const save = useStep([schemeKey], (values: Values) => http.put(`/api/schemes/${scheme.id}/members`, { members: values.members ?? [] }), onClose);
  const known = team.map((member) => ({ accountId: member.accountId, role: member.role, units: member.units.map((unit) => unit.code) }));
  return (
    <Drawer
      open
      size={620}
      title={t('plans:team.edit')}
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
      <p className="muted gap-below">{t('plans:team.hint')}</p>
      <Form<Values> form={form} layout="vertical" initialValues={{ members: known.length > 0 ? known : [{ role: 'leader', units: [] }] }} onFinish={(values) => save.mutate(values)}>
        <Form.List name="members">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field) => (
                <MemberFields key={field.key} at={field.name} scheme={scheme} onRemove={() => remove(field.name)} />
              ))}
              <Button onClick={() => add({ role: 'inspector', units: [] })}>{t('plans:team.add')}</Button>
            </>
          )}
        </Form.List>
      </Form>
    </Drawer>
  );
};

const MemberFields = ({ at, scheme, onRemove }: { at: number; scheme: Scheme; onRemove: () => void }) => {
  const { t } = useTranslation();
  const code = useCode();
  const needed = [{ required: true, message: t('plans:needed') }];
  return (
    <fieldset className="team-fields">
      <Form.Item name={[at, 'accountId']} label={t('plans:team.person')} rules={needed}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name={[at, 'role']} label={t('plans:team.role')} rules={needed}>
        <Select options={memberRoles.map((value) => ({ value, label: code('memberRole', value) }))} />
      </Form.Item>
      <Form.Item name={[at, 'units']} label={t('plans:team.units')} extra={t('plans:team.unitsHint')}>
        <Select mode="multiple" allowClear showSearch={{ optionFilterProp: 'label' }} options={scheme.units.map((unit) => ({ value: unit.code, label: unit.name }))} />
      </Form.Item>
      <Button type="link" danger className="cell-link" onClick={onRemove}>
        {t('plans:team.remove')}
      </Button>
    </fieldset>
  );
};
