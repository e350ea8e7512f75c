import { App, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import { useErrorText } from '@/ui/state-views';
import type { Theme } from './theme';
import { useNodeName, type TreeNode } from './theme-tree';
import { useThemeName } from './themes-page';

type Values = { code: string; parentCode?: string; nameZh: string; nameEn: string; sort: number; themes?: string[] };
type Props = { nodes: TreeNode[]; themes: Theme[]; parent: TreeNode | null; node?: TreeNode; onClose: () => void };

/** The next free code below a branch: "0301" becomes "030106" after "030105". */
const nextCode = (nodes: TreeNode[], parent: TreeNode | null): string => {
  const taken = nodes.filter((one) => one.parentCode === (parent?.code ?? null)).map((one) => Number(one.code.slice(-2)) || 0);
  return `${parent?.code ?? ''}${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`;
};

/** A branch written: changed, or added below another. Only sub-items carry themes. */
export const ThemeNodeDialog = ({ nodes, themes, parent, node, onClose }: Props) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const name = useThemeName();
  const nodeName = useNodeName();
  const [form] = Form.useForm<Values>();
  const level = node?.level ?? (parent?.level ?? 0) + 1;
  const save = useMutation({
    mutationFn: ({ code, ...values }: Values) => http.put<void>(`/api/theme-tree/${node?.code ?? code.trim()}`, { parentCode: parent?.code ?? null, rowVersion: node?.rowVersion ?? null, ...values }),
    onSuccess: () => {
      void message.success(t('themelife:tree.saved'));
      onClose();
      return client.invalidateQueries({ queryKey: ['theme-tree'] });
    },
    onError: (error) => {
      void message.error(errorText(error));
      void client.invalidateQueries({ queryKey: ['theme-tree'] });
    },
  });
  const needed = { required: true, whitespace: true, message: t('themelife:needed') };
  const free = { validator: (_: unknown, code: string) => (nodes.some((one) => one.code === code?.trim()) ? Promise.reject(new Error(t('themelife:tree.codeTaken'))) : Promise.resolve()) };
  const initial = node ?? { code: nextCode(nodes, parent), nameZh: '', nameEn: '', sort: nodes.length, themes: [] };
  return (
    <Modal
      open
      title={node ? `${t('themelife:tree.edit')} ${node.code}` : parent ? `${t('themelife:tree.add')} ${parent.code}` : t('themelife:tree.addClass')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values> form={form} layout="vertical" initialValues={initial} onFinish={(values) => save.mutate(values)}>
        {!node && (
          <Form.Item name="code" label={t('themelife:tree.code')} rules={[needed, free]}>
            <Input maxLength={16} />
          </Form.Item>
        )}
        {node && level > 1 && (
          <Form.Item name="parentCode" label={t('themelife:tree.parent')} extra={t('themelife:tree.parentHint')}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={nodes.filter((one) => one.level === level - 1).map((one) => ({ value: one.code, label: `${one.code} ${nodeName(one)}` }))} />
          </Form.Item>
        )}
        <Form.Item name="nameZh" label={t('themelife:tree.nameZh')} rules={[needed]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('themelife:tree.nameEn')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="sort" label={t('themelife:tree.sort')}>
          <InputNumber min={0} max={9999} precision={0} />
        </Form.Item>
        {level === 3 && (
          <Form.Item name="themes" label={t('themelife:tree.themes')} extra={t('themelife:tree.themesHint')}>
            <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={themes.map((theme) => ({ value: theme.code, label: `${theme.code} ${name(theme)}` }))} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
};
