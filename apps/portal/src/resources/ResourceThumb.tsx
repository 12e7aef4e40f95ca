import { Box } from '@mui/material';
import BadgeIcon from '@mui/icons-material/BadgeOutlined';
import EngineeringIcon from '@mui/icons-material/EngineeringOutlined';
import MachineIcon from '@mui/icons-material/PrecisionManufacturingOutlined';
import RoomIcon from '@mui/icons-material/MeetingRoomOutlined';
import type { ResourceKind } from '@gongjian/api/schema.types.ts';

const ICONS = { EQUIPMENT: MachineIcon, VENUE: RoomIcon, TEACHER: BadgeIcon, ENGINEER: EngineeringIcon } satisfies Record<ResourceKind, unknown>;

/** The photo of a resource, or the sign of its kind; always of the same size, so that nothing moves when it arrives. */
export function ResourceThumb({ kind, photoUrl, size = 28 }: { kind: ResourceKind; photoUrl?: string | null; size?: number }) {
  const Icon = ICONS[kind];
  return (
    <Box
      aria-hidden
      sx={{
        width: size, height: size, flex: 'none', borderRadius: '6px', overflow: 'hidden', border: 1, borderColor: 'divider',
        bgcolor: 'own.surface.subtle', color: 'own.faint', display: 'inline-flex', alignItems: 'center', justifyContent: 'center',
      }}
    >
      {photoUrl ? (
        <Box component="img" src={photoUrl} alt="" loading="lazy" width={size} height={size} sx={{ objectFit: 'cover', display: 'block' }} />
      ) : (
        <Icon sx={{ fontSize: size * 0.6 }} />
      )}
    </Box>
  );
}
