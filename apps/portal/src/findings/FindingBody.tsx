import { Box, Typography } from '@mui/material';
import type { Verdict } from '@gongjian/api/schema.types.ts';
import { StatusChip } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { findings } from './findings.messages.ts';

/** A finding in the reader's language, wherever it was made: here while one types, or by the server. */
export interface Told {
  ruleId: string;
  ruleVersion: number;
  packId: string;
  packVersion: number;
  confidence: string;
  document: string;
  number: string;
  article: string | null;
  quote: string;
  sourceAddress: string;
  remedy: string | null;
  approver: string | null;
  /** In words. */
  checkedAt: string;
  requirements: readonly { id: string; label: string; met: boolean | null; computed: string | null; threshold: string | null }[];
}

const PACKS = ['founding', 'agreement'] as const;
const SURE = ['V', 'V~', 'H', 'M', 'L'] as const;
/** A server that is newer than the page may say what the page has no word for. */
const known = <K extends string>(keys: readonly K[], key: string): key is K => (keys as readonly string[]).includes(key);

const TONES = { PASS: 'success', WARN: 'pending', BLOCK: 'danger', EXEMPT: 'confirmed', NOT_ENOUGH_DATA: 'maintenance' } as const;

export function VerdictChip({ verdict }: { verdict: Verdict }) {
  const t = useMessages(findings);
  return <StatusChip tone={TONES[verdict]} pattern={verdict === 'NOT_ENOUGH_DATA' ? 'dashed' : 'solid'}>{t(verdict)}</StatusChip>;
}

/** What was asked, what was found, where it stands and what to do. */
export function FindingBody({ finding }: { finding: Told }) {
  const t = useMessages(findings);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {finding.requirements.map(({ id, label, met, computed, threshold }) => (
          <li key={id}>
            {label}{' '}
            <Box component="strong" sx={{ fontWeight: 600, color: met === false ? 'error.main' : undefined }}>{t(met === null ? 'met.unknown' : met ? 'met.yes' : 'met.no')}</Box>
            {met === false && computed !== null && threshold !== null && /\d/.test(computed) && <Box component="span" sx={{ color: 'own.faint' }}> {t('values', { computed, threshold })}</Box>}
          </li>
        ))}
      </Box>
      {finding.remedy && <Typography variant="body2">{t('remedy', { text: finding.remedy })}</Typography>}
      {finding.approver && <Typography variant="body2">{t('approver', { who: finding.approver })}</Typography>}
      <Typography variant="body2" sx={{ color: 'own.faint' }}>
        {t('source', { document: finding.document, number: finding.number, article: finding.article ? ` ${finding.article}` : '' })}
        {' '}{t('quote', { text: finding.quote })}
      </Typography>
      <Typography variant="caption" sx={{ color: 'own.faint' }}>
        {t('rule', { id: finding.ruleId, version: finding.ruleVersion, pack: known(PACKS, finding.packId) ? t(`pack.${finding.packId}`) : finding.packId, packVersion: finding.packVersion, confidence: known(SURE, finding.confidence) ? t(`sure.${finding.confidence}`) : finding.confidence, when: finding.checkedAt })}
      </Typography>
    </Box>
  );
}
