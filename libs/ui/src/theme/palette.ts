/** The colours of both schemes. Tints carry text of their own colour at 4.5:1 or better. */
export interface StatusColours {
  /** The strong edge and the dot in a legend. */
  bar: string;
  tint: string;
  border: string;
  text: string;
}

export interface OwnColours {
  surface: { subtle: string; sidebar: string; hover: string; selected: string };
  line: string;
  lineStrong: string;
  faint: string;
  status: Record<'confirmed' | 'pending' | 'draft' | 'maintenance' | 'success' | 'danger', StatusColours>;
  chart: { a: string; b: string; c: string; d: string };
}

export const light = {
  primary: { main: '#2B5FD9', dark: '#1F4BB0', light: '#E3EAFA', contrastText: '#FFFFFF' },
  error: { main: '#B71D18', dark: '#8F1410', light: '#FBE9E7', contrastText: '#FFFFFF' },
  warning: { main: '#9A4A06', dark: '#7A3A04', light: '#FBEDE0', contrastText: '#FFFFFF' },
  success: { main: '#1A7F37', dark: '#12602A', light: '#E3F4E8', contrastText: '#FFFFFF' },
  info: { main: '#2B5FD9', dark: '#1F4BB0', light: '#E3EAFA', contrastText: '#FFFFFF' },
  text: { primary: '#1D2129', secondary: '#4E5969', disabled: '#8A919C' },
  background: { default: '#FFFFFF', paper: '#FFFFFF' },
  divider: '#E5E6EB',
  own: {
    surface: { subtle: '#F7F8FA', sidebar: '#F5F6F8', hover: '#EEF0F3', selected: '#E3E9F6' },
    line: '#E5E6EB',
    lineStrong: '#C9CDD4',
    faint: '#616A76',
    status: {
      confirmed: { bar: '#2B5FD9', tint: '#E3EAFA', border: '#BBCBF2', text: '#1F4BB0' },
      pending: { bar: '#D97706', tint: '#FBEDE0', border: '#E5B888', text: '#9A4A06' },
      draft: { bar: '#8E4EC6', tint: '#F1E8F8', border: '#CDB1E3', text: '#6B359C' },
      maintenance: { bar: '#616A76', tint: '#EFF0F2', border: '#C9CDD4', text: '#4E5969' },
      success: { bar: '#1A7F37', tint: '#E3F4E8', border: '#A9D8B8', text: '#12602A' },
      danger: { bar: '#B71D18', tint: '#FBE9E7', border: '#EDB9B5', text: '#A01813' },
    },
    chart: { a: '#2B5FD9', b: '#12A182', c: '#E28A00', d: '#8E4EC6' },
  } satisfies OwnColours,
};

export const dark = {
  primary: { main: '#7AA2FF', dark: '#5C88EE', light: '#263252', contrastText: '#0F1729' },
  error: { main: '#FF8B82', dark: '#E8665C', light: '#46221F', contrastText: '#2A0B08' },
  warning: { main: '#F5B65C', dark: '#D9973A', light: '#47371C', contrastText: '#2B1B02' },
  success: { main: '#6CCB87', dark: '#4DAF69', light: '#1E3B27', contrastText: '#06210F' },
  info: { main: '#7AA2FF', dark: '#5C88EE', light: '#263252', contrastText: '#0F1729' },
  text: { primary: '#E7E9EC', secondary: '#B4BAC4', disabled: '#7C838E' },
  background: { default: '#17181B', paper: '#1D1F23' },
  divider: '#2E3138',
  own: {
    surface: { subtle: '#1D1F23', sidebar: '#121316', hover: '#26292E', selected: '#232C42' },
    line: '#2E3138',
    lineStrong: '#444953',
    faint: '#9BA2AE',
    status: {
      confirmed: { bar: '#7AA2FF', tint: '#263252', border: '#3A4C7C', text: '#B5CBFF' },
      pending: { bar: '#F2AE4A', tint: '#443519', border: '#73592A', text: '#F8CD86' },
      draft: { bar: '#C08BE6', tint: '#392B45', border: '#5E4673', text: '#DDBBF5' },
      maintenance: { bar: '#9BA2AE', tint: '#303339', border: '#4B5059', text: '#C4CAD3' },
      success: { bar: '#6CCB87', tint: '#1E3B27', border: '#336244', text: '#A5E2B7' },
      danger: { bar: '#FF8B82', tint: '#46221F', border: '#743933', text: '#FFB9B3' },
    },
    chart: { a: '#7AA2FF', b: '#4CC9AC', c: '#F2AE4A', d: '#C08BE6' },
  } satisfies OwnColours,
};
