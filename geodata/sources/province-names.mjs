/**
 * What the provinces' source does not have or has wrong, by its `adm1_code`: Pashto names (by hand),
 * the two provinces of 2004 that it labels with the names of those they were cut from, the codes of
 * Paktia and Paktika, which it has the wrong way round, the usual
 * English spelling, and repairs of names in other scripts.
 *
 * @type {Record<string, { id?: string, name?: string, ps?: string, fa?: string, ur?: string }>}
 */
export const PROVINCE_NAMES = {
  'AFG-1741': { ps: 'بادغيس' },
  'AFG-1742': { ps: 'هرات' },
  'AFG-1743': { ps: 'باميان' },
  'AFG-1744': { ps: 'بلخ' },
  'AFG-1745': { ps: 'فارياب' },
  'AFG-1746': { ps: 'جوزجان' },
  'AFG-1747': { name: 'Ghor', ps: 'غور' },
  'AFG-1748': { ps: 'سرپل' },
  'AFG-1749': { ps: 'فراه' },
  'AFG-1750': { ps: 'هلمند' },
  'AFG-1751': { name: 'Nimroz', ps: 'نيمروز' },
  'AFG-1752': { name: 'Uruzgan', ps: 'اروزګان' },
  'AFG-1753': { id: 'AF-DAY', name: 'Daykundi', ps: 'دايکندي', fa: 'دایکندی', ur: 'دایکندی' },
  'AFG-1754': { ps: 'کندهار' },
  'AFG-1755': { ps: 'زابل', ur: 'زابل' },
  'AFG-1757': { ps: 'غزني' },
  'AFG-1758': { ps: 'خوست' },
  'AFG-1759': { id: 'AF-PKA', ps: 'پکتيکا' },
  'AFG-1760': { ps: 'بدخشان' },
  'AFG-1761': { ps: 'نورستان' },
  'AFG-1762': { ps: 'کونړ' },
  'AFG-1763': { ps: 'کندز' },
  'AFG-1764': { ps: 'ننګرهار' },
  'AFG-1765': { ps: 'تخار' },
  'AFG-1766': { ps: 'بغلان' },
  'AFG-1767': { ps: 'کابل' },
  'AFG-1768': { ps: 'کاپيسا' },
  'AFG-1769': { id: 'AF-PAN', name: 'Panjshir', ps: 'پنجشېر', fa: 'پنجشیر', ur: 'پنجشیر' },
  'AFG-1770': { ps: 'لغمان', ur: 'لغمان' },
  'AFG-1771': { ps: 'لوګر' },
  'AFG-1772': { ps: 'پروان' },
  'AFG-1773': { ps: 'سمنګان' },
  'AFG-1774': { ps: 'ميدان وردګ' },
  'AFG-3413': { id: 'AF-PIA', ps: 'پکتيا' },
  'PAK-1108': { ps: 'بلوچستان', fa: 'بلوچستان پاکستان' },
  'PAK-1109': { name: 'Azad Jammu and Kashmir' },
  'PAK-1110': { fa: 'اسلام‌آباد' },
  'PAK-1112': {
    name: 'Federally Administered Tribal Areas (until 2018)',
    fa: 'مناطق قبیله‌ای فدرال'
  },
  'PAK-1123': { ps: 'خیبر پښتونخوا' }
};

/** Words for “province” that the source puts before a name in Persian and Urdu. */
const PREFIX = /^(ولایت|استان|صوبہ)\s+/;

/**
 * @param {string | undefined} name
 * @returns {string | undefined} the name without the word for “province”
 */
export const bareName = (name) => name?.replace(PREFIX, '');
