import { Menu, MenuItem } from '@mui/material';
import type { PickedResourceFragment } from '../booking/booking.generated.ts';
import { useMessages } from '../i18n/index.ts';
import { timelineTexts } from './timeline.messages.ts';

interface Props {
  resource: PickedResourceFragment;
  anchor: HTMLElement;
  chosen: boolean;
  canBook: boolean;
  onBook: () => void;
  onBlock: () => void;
  onChoose: () => void;
  onOnly: () => void;
  onClose: () => void;
}

/** What one can do with a resource from its row. */
export function RowMenu({ resource, anchor, chosen, canBook, onBook, onBlock, onChoose, onOnly, onClose }: Props) {
  const t = useMessages(timelineTexts);
  const run = (action: () => void) => () => {
    onClose();
    action();
  };
  return (
    <Menu anchorEl={anchor} open onClose={onClose} slotProps={{ list: { 'aria-label': t('rowMenu', { name: resource.name }) } }}>
      {canBook && <MenuItem onClick={run(onBook)}>{t('menuBook')}</MenuItem>}
      {canBook && <MenuItem onClick={run(onChoose)}>{t(chosen ? 'menuUnchoose' : 'menuChoose')}</MenuItem>}
      {resource.viewerCanBlock && <MenuItem onClick={run(onBlock)}>{t('menuBlock')}</MenuItem>}
      <MenuItem onClick={run(onOnly)}>{t('menuOnly')}</MenuItem>
      <MenuItem component="a" href={`/resources/${resource.id}`}>{t('menuOpen')}</MenuItem>
    </Menu>
  );
}
