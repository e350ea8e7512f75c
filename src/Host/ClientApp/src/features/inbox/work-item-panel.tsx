import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswersView } from '@/forms/answers-view';
import { Due, UrgencyTag } from '@/ui/tags';
import { Loaded } from '@/ui/state-views';
import { useCode } from '@/ui/use-text';
import { SentBackNote } from './sent-back';
import { useWorkItem, type WorkItem } from './work-item';
import { WorkItemForm, type RenderRecovery } from './work-item-form';

type Props = { id: string; evidenceCount: number; evidence: ReactNode; onCompleted: () => void; renderRecovery?: RenderRecovery | undefined };

/** The current step: its form if the reader may answer, else who is expected to. */
export const WorkItemPanel = ({ id, ...rest }: Props) => {
  const item = useWorkItem(id);
  return <Loaded of={item}>{(data) => <WorkItemBody key={data.id} item={data} {...rest} />}</Loaded>;
};

const WorkItemBody = ({ item, ...rest }: Omit<Props, 'id'> & { item: WorkItem }) => {
  const { t } = useTranslation();
  // Once a form is being edited it stays on the screen, whatever a refetch says: the text in it belongs to the person.
  const [editing, setEditing] = useState(false);
  const open = item.state === 'open' && item.canAnswer;
  // Only when it becomes open: after the answer it still looks open until it is read again.
  const [wasOpen, setWasOpen] = useState(false);
  if (open !== wasOpen) {
    setWasOpen(open);
    setEditing((was) => was || open);
  }
  return (
    <section className="panel gap-below" aria-label={t('inbox:currentStep', { title: item.title })}>
      <div className="panel-head">
        <h2>{item.title}</h2>
        <div className="panel-tags">
          <UrgencyTag urgency={item.urgency} />
          {item.state === 'open' && <Due of={item} />}
        </div>
      </div>
      {item.sentBack && <SentBackNote sentBack={item.sentBack} />}
      {open || editing ? <WorkItemForm item={item} {...rest} onDone={() => setEditing(false)} /> : <WorkItemReading item={item} />}
    </section>
  );
};

const WorkItemReading = ({ item }: { item: WorkItem }) => {
  const { t } = useTranslation();
  const code = useCode();
  if (item.state === 'open') {
    return <Alert type="info" showIcon title={t('inbox:waitsFor', { role: code('role', item.roleName), org: item.orgName })} />;
  }
  return (
    <>
      <Alert type="success" showIcon title={t('inbox:answered', { outcome: code('outcome', item.outcome) })} className="gap-below" />
      {item.form && item.answers && <AnswersView form={item.form} answers={item.answers} />}
    </>
  );
};
