import { Alert, Button, InputNumber, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/session';
import { amount } from '@/ui/format';
import { EmptyView, Loaded } from '@/ui/state-views';
import { useText, useUnit } from '@/ui/use-text';
import { useThreshold, type Step, type Threshold } from './precision';
import { ProposeThreshold } from './propose-threshold';
import { RateBar } from './rate-bar';

/** Other values of the limit, weighed by closed cases. */
export const ThresholdPanel = ({ code }: { code: string }) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<number | null>(null);
  const threshold = useThreshold(code, asked);
  return (
    <section className="panel gap-below" aria-label={t('precision:threshold.title')}>
      <h2>{t('precision:threshold.title')}</h2>
      <Loaded of={threshold} rows={3}>
        {(data) =>
          data.unavailable ? (
            <EmptyView text={t(`precision:threshold.unavailable.${data.unavailable}`)} hint={t('precision:threshold.unavailableHint')} />
          ) : (
            <Weighed data={data} asked={asked} onAsk={setAsked} />
          )
        }
      </Loaded>
    </section>
  );
};

type Props = { data: Threshold; asked: number | null; onAsk: (value: number | null) => void };

const Weighed = ({ data, asked, onAsk }: Props) => {
  const { t } = useTranslation();
  const text = useText();
  const unit = useUnit();
  const may = useMay();
  const [proposing, setProposing] = useState<Step>();
  const { parameter } = data;
  const current = data.steps[0]?.value;
  const mark = (step: Step) =>
    step.value === current ? t('precision:threshold.current') : step.value === data.suggested?.value ? t('precision:threshold.suggested') : step.value === asked ? t('precision:threshold.asked') : '';
  return (
    <>
      <p className="gap-below">
        {t(`precision:threshold.explain.${data.above ? 'above' : 'below'}`, { name: text(parameter?.label) || parameter?.name, judged: data.judged })}
        {data.unweighed > 0 && ` ${t('precision:threshold.unweighed', { count: data.unweighed })}`}
      </p>
      {!data.certain && <Alert type="warning" showIcon className="gap-below" title={t('precision:threshold.uncertain')} />}
      <div className="panel-tags gap-below">
        <label htmlFor="own-value">{t('precision:threshold.own')}</label>
        <InputNumber id="own-value" value={asked} onChange={onAsk} suffix={unit(parameter?.unit)} changeOnWheel={false} />
      </div>
      <Table<Step>
        size="small"
        rowKey="value"
        aria-label={t('precision:threshold.title')}
        pagination={false}
        scroll={{ x: 860 }}
        dataSource={data.steps}
        rowClassName={(step) => (step.value === data.suggested?.value ? 'step-suggested' : '')}
        columns={[
          {
            title: t('precision:threshold.value'),
            key: 'value',
            width: 200,
            render: (_, step) => (
              <>
                <strong>
                  {amount(step.value)} {unit(parameter?.unit)}
                </strong>
                {mark(step) && <div className="muted small">{mark(step)}</div>}
              </>
            ),
          },
          { title: t('precision:threshold.confirmedKept'), dataIndex: 'confirmedKept', align: 'right' },
          { title: t('precision:threshold.confirmedLost'), key: 'lost', align: 'right', render: (_, step) => <span className={step.confirmedLost > 0 ? 'metric-over' : 'muted'}>{step.confirmedLost}</span> },
          { title: t('precision:threshold.unfoundedKept'), dataIndex: 'unfoundedKept', align: 'right' },
          { title: t('precision:threshold.unfoundedDropped'), dataIndex: 'unfoundedDropped', align: 'right' },
          { title: t('precision:rate'), key: 'rate', width: 270, render: (_, step) => <RateBar share={step.rate} /> },
          {
            title: '',
            key: 'propose',
            width: 110,
            render: (_, step) =>
              may('theme.edit') && step.value !== current ? (
                <Button size="small" onClick={() => setProposing(step)}>
                  {t('precision:threshold.propose')}
                </Button>
              ) : null,
          },
        ]}
      />
      {proposing && <ProposeThreshold code={data.code} step={proposing} unit={unit(parameter?.unit)} onClose={() => setProposing(undefined)} />}
    </>
  );
};
