import { Box, Checkbox, FormControl, FormControlLabel, FormHelperText, FormLabel } from '@mui/material';
import type { Role } from '@gongjian/api/schema.types.ts';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { people } from './people.messages.ts';
import { grantableRoles } from './roles.ts';

interface Props {
  value: Role[];
  onChange: (value: Role[]) => void;
  error?: string | undefined;
}

/** The roles that the signed-in person may give. */
export function RoleChoices({ value, onChange, error }: Props) {
  const t = useMessages(people);
  const words = useMessages(common);
  const { me } = useSession();
  return (
    <FormControl component="fieldset" error={Boolean(error)} sx={{ m: 0 }}>
      <FormLabel component="legend" sx={{ mb: 0.5 }}>{t('rolesLabel')}</FormLabel>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', columnGap: 1 }}>
        {grantableRoles(me).map((role) => (
          <FormControlLabel
            key={role}
            label={words(`role.${role}`)}
            control={(
              <Checkbox
                checked={value.includes(role)}
                onChange={(_, on) => onChange(on ? [...value, role] : value.filter((each) => each !== role))}
              />
            )}
          />
        ))}
      </Box>
      {error && <FormHelperText>{error}</FormHelperText>}
    </FormControl>
  );
}
