import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { useThemeDraft } from './theme-draft';

/** What the writer should know about his unsaved changes: that they were kept, or that a colleague saved first, with both ways out. */
export const ThemeDraftNotes = ({ draft, overtaken }: { draft: ReturnType<typeof useThemeDraft>; overtaken: boolean }) => {
  const { t } = useTranslation();
  const giveUp = (
    <Button size="small" onClick={draft.giveUp}>
      {t('themelife:draft.giveUp')}
    </Button>
  );
  if (overtaken) {
    return (
      <Alert
        className="gap-below"
        type="warning"
        showIcon
        title={t('themelife:draft.overtaken')}
        description={t('themelife:draft.overtakenHint')}
        action={
          <div className="panel-tags">
            <Button size="small" type="primary" onClick={draft.keepMine}>
              {t('themelife:draft.keepMine')}
            </Button>
            {giveUp}
          </div>
        }
      />
    );
  }
  return draft.restored ? <Alert className="gap-below" type="info" showIcon title={t('themelife:draft.restored')} action={giveUp} /> : null;
};
