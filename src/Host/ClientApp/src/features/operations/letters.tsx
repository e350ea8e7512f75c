import { App, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '@/ui/format';
import { Records } from '@/ui/records';
import { EmptyView, Loaded } from '@/ui/state-views';
import { Subject } from './incidents';
import { useDecideLetter, useLetters, type Letter } from './operation';
import { ReasonDialog } from './reason-dialog';

const decisionsOf = (letter: Letter): string[] => (letter.waits ? ['release', 'put-aside', 'dismiss'] : ['release', 'dismiss']);

export const Letters = () => {
  const { t } = useTranslation();
  const letters = useLetters();
  const [choice, setChoice] = useState<{ letter: Letter; decision: string }>();
  const buttons = (letter: Letter) => (
    <span className="panel-tags">
      {decisionsOf(letter).map((decision) => (
        <Button key={decision} size="small" danger={decision === 'dismiss'} onClick={() => setChoice({ letter, decision })}>
          {t(`operations:letterDo.${decision}`)}
        </Button>
      ))}
    </span>
  );
  return (
    <Loaded of={letters}>
      {(rows) => (
        <>
          <Records
            label={t('operations:letters')}
            rows={rows}
            rowKey={(letter) => `${letter.kind}/${letter.id}`}
            empty={<EmptyView text={t('operations:noLetters')} hint={t('operations:noLettersHint')} />}
            columns={[
              { title: t('operations:at'), key: 'at', width: 150, render: (_, letter) => dateTime(letter.at) },
              { title: t('operations:letterKind'), key: 'kind', width: 160, render: (_, letter) => <Kind letter={letter} /> },
              { title: t('operations:about'), key: 'about', render: (_, letter) => <About letter={letter} /> },
              { title: t('operations:subject'), key: 'subject', width: 110, render: (_, letter) => <Subject subject={letter.subject} /> },
              { title: t('operations:action'), key: 'action', width: 330, render: (_, letter) => buttons(letter) },
            ]}
            card={(letter) => (
              <>
                <div className="card-line">
                  <Kind letter={letter} />
                  <Subject subject={letter.subject} />
                </div>
                <About letter={letter} />
                <div className="muted small">{dateTime(letter.at)}</div>
                {buttons(letter)}
              </>
            )}
          />
          {choice && <LetterDialog {...choice} onClose={() => setChoice(undefined)} />}
        </>
      )}
    </Loaded>
  );
};

const LetterDialog = ({ letter, decision, onClose }: { letter: Letter; decision: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const decide = useDecideLetter();
  return (
    <ReasonDialog
      title={t(`operations:letterDo.${decision}`)}
      hint={t(`operations:letterHint.${decision}`)}
      danger={decision === 'dismiss'}
      pending={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onDecide={({ reason }) =>
        decide.mutate(
          { kind: letter.kind, id: letter.id, decision, reason },
          {
            onSuccess: () => {
              void message.success(t('operations:decided'));
              onClose();
            },
          },
        )
      }
    />
  );
};

const Kind = ({ letter }: { letter: Letter }) => {
  const { t } = useTranslation();
  return (
    <span className="panel-tags">
      <span>{t(`operations:kind.${letter.kind}`)}</span>
      <Tag variant="filled" color={letter.waits ? 'blue' : 'red'}>
        {t(letter.waits ? 'operations:waits' : 'operations:dead')}
      </Tag>
    </span>
  );
};

/** The kind says already what it is; what is left is its name. */
const inWords = (about: string): string => about.replace(/^Elsa\.\w+ /, '');

const About = ({ letter }: { letter: Letter }) => (
  <>
    <div>{inWords(letter.about)}</div>
    {letter.reason && <div className="muted">{letter.reason}</div>}
  </>
);
