import { Checkbox, FormControlLabel } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { RequireSecondFactorDocument, SecondFactorRuleDocument } from './account.generated.ts';
import { account } from './account.messages.ts';
import { Card } from './Card.tsx';

/** For who answers for the roles: whether the consortium's administrators need a second factor. */
export function RuleCard() {
  const t = useMessages(account);
  const toast = useToast();
  const { data } = useQuery(SecondFactorRuleDocument);
  const [require, { loading }] = useMutation(RequireSecondFactorDocument);
  const change = async (required: boolean) => {
    try {
      await require({ variables: { required } });
      toast.show(t(required ? 'ruleOn' : 'ruleOff'), { tone: 'success', undo: () => require({ variables: { required: !required } }) });
    } catch (error) {
      toast.show(errorText(error), { tone: 'error', seconds: 10 });
    }
  };
  if (!data?.consortium?.viewerCanRequireSecondFactor) return null;
  return (
    <Card title={t('rule')} help={t('ruleHelp')}>
      <FormControlLabel
        control={<Checkbox checked={data.consortium.secondFactorForAdministrators} disabled={loading} onChange={(event) => void change(event.target.checked)} />}
        label={t('ruleSwitch')}
      />
    </Card>
  );
}
