import { App, Button, Drawer, Form, Input, InputNumber, Switch, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import { useMay } from '@/api/session';
import { BackLink } from '@/ui/back-link';
import { amount } from '@/ui/format';
import { Page } from '@/ui/page';
import { Records } from '@/ui/records';
import { EmptyView, Loaded, useErrorText } from '@/ui/state-views';
import { SqlEditor } from './sql-editor';

type TagRule = { code: string; nameZh: string; nameEn: string; weight: number; ruleSql: string; enabled: boolean; objects: number; error: string | null };

const blank: TagRule = { code: '', nameZh: '', nameEn: '', weight: 5, ruleSql: 'SELECT c.org_no, c.cons_no AS obj_key, c.contract_cap AS metric, 0 AS limit_v\nFROM cons c\nWHERE ', enabled: true, objects: 0, error: null };

/** Marks on objects, set by rules; their weights are part of the risk score. */
export const TagsPage = () => {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const tags = useQuery({ queryKey: ['tags'], queryFn: () => http.get<TagRule[]>('/api/tags') });
  const [editing, setEditing] = useState<TagRule>();
  const name = (tag: TagRule) => (i18n.language === 'en' ? tag.nameEn : tag.nameZh);
  const open = (tag: TagRule) => (
    <Button type="link" className="cell-link" onClick={() => setEditing(tag)}>
      {name(tag)}
    </Button>
  );
  return (
    <Page
      title={t('themelife:tags')}
      subtitle={t('themelife:tagsHint')}
      back={<BackLink fallback="/themes" text={t('monitoring:themes')} />}
      actions={may('theme.edit') ? <Button onClick={() => setEditing(blank)}>{t('themelife:newTag')}</Button> : undefined}
    >
      <Loaded of={tags}>
        {(rows) => (
          <Records
            label={t('themelife:tags')}
            rows={rows}
            rowKey={(row) => row.code}
            onOpen={setEditing}
            empty={<EmptyView text={t('themelife:noTags')} />}
            columns={[
              { title: t('themelife:tag'), key: 'name', render: (_, row) => open(row) },
              { title: t('monitoring:code'), dataIndex: 'code', render: (value: string) => <span className="mono">{value}</span> },
              { title: t('themelife:weight'), dataIndex: 'weight', align: 'right', width: 120 },
              { title: t('themelife:objects'), key: 'objects', align: 'right', width: 140, render: (_, row) => amount(row.objects) },
              { title: t('common:state'), key: 'state', width: 160, render: (_, row) => <TagState tag={row} /> },
            ]}
            card={(row) => (
              <>
                <div className="card-line">
                  {open(row)}
                  <TagState tag={row} />
                </div>
                <div className="muted">{`${t('themelife:weight')} ${row.weight} · ${t('themelife:objects')} ${amount(row.objects)}`}</div>
              </>
            )}
          />
        )}
      </Loaded>
      {editing && <TagDrawer tag={editing} readOnly={!may('theme.edit')} onClose={() => setEditing(undefined)} />}
    </Page>
  );
};

const TagState = ({ tag }: { tag: TagRule }) => {
  const { t } = useTranslation();
  return tag.error ? (
    <Tag variant="filled" color="red" title={tag.error}>
      {t('themelife:tagFailed')}
    </Tag>
  ) : (
    <Tag variant="filled" {...(tag.enabled ? { color: 'green' } : {})}>
      {t(tag.enabled ? 'themelife:tagOn' : 'themelife:tagOff')}
    </Tag>
  );
};

const TagDrawer = ({ tag, readOnly, onClose }: { tag: TagRule; readOnly: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const [form] = Form.useForm<TagRule>();
  const [ruleSql, setRule] = useState(tag.ruleSql);
  const save = useMutation({
    mutationFn: (values: TagRule) => http.put<void>(`/api/tags/${tag.code || values.code}`, { ...values, ruleSql }),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: ['tags'] });
    },
    onError: (error) => void message.error(errorText(error), 6),
  });
  const needed = [{ required: true, whitespace: true, message: t('themelife:needed') }];
  return (
    <Drawer
      open
      size={640}
      title={tag.code || t('themelife:newTag')}
      onClose={onClose}
      footer={
        readOnly ? null : (
          <div className="drawer-foot">
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
              {t('common:save')}
            </Button>
          </div>
        )
      }
    >
      <Form<TagRule> form={form} layout="vertical" disabled={readOnly} initialValues={tag} onFinish={(values) => save.mutate(values)}>
        {tag.code === '' && (
          <Form.Item name="code" label={t('monitoring:code')} rules={[{ required: true, pattern: /^[A-Z][A-Z0-9-]{1,23}$/, message: t('themelife:tagCodeHint') }]}>
            <Input />
          </Form.Item>
        )}
        <Form.Item name="nameZh" label={t('themelife:field.nameZh')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('themelife:field.nameEn')} rules={needed}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="weight" label={t('themelife:weight')} extra={t('themelife:weightHint')}>
          <InputNumber min={0} max={20} precision={0} />
        </Form.Item>
        <Form.Item name="enabled" label={t('themelife:tagOn')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
      <SqlEditor sql={ruleSql} label={t('monitoring:rule')} onChange={setRule} />
    </Drawer>
  );
};
