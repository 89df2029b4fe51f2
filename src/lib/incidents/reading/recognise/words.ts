/**
 * Names that columns go by, in English, German, French, Spanish, Italian, Portuguese, Turkish, Russian,
 * Persian and Urdu; the likeliest first. Case, accents, spaces and signs do not count.
 */
export const WORDS = {
  lat: words(`latitude; lat; geo_lat; gps_lat; gps latitude; decimal latitude;
    y; ycoord; y_coord; coord_y; point_y; northing_deg; breite; breitengrad; geogr. breite; latitud;
    latitudine; enlem; широта; عرض جغرافیایی; عرض البلد; عرض بلد; lat_dd; lat_wgs84; event_lat;
    incident latitude; latitude_dd; start_lat; geometry latitude`),
  lon: words(`longitude; lon; lng; long; geo_lon; geo_long; geo_lng; gps_lon;
    gps_long; gps longitude; decimal longitude; x; xcoord; x_coord; coord_x; point_x; länge;
    längengrad; laenge; laengengrad; longitud; longitudine; boylam; долгота; طول جغرافیایی;
    خط الطول; طول بلد; lon_dd; long_dd; lon_wgs84; event_lon; event_long; incident longitude;
    longitude_dd; start_lon; geometry longitude`),
  position:
    words(`coordinates; coordinate; coords; coord; latlon; lat_lon; latlong; lat_long; latlng;
    lonlat; lon_lat; position; gps; gps coordinates; mgrs; grid; grid reference; mgrs grid;
    location (lat, long); geom; geometry; wkt; geom_wkt; geo_point; point; koordinaten; coordonnées;
    coordenadas; coordinate gps; koordinat; координаты; مختصات`),
  day: words(`date; event date; date of incident; date of event; incident date; attack date; strike date;
    day; datum; date_event; event_day; dateoccurred; date occurred; fecha; data; tarih; дата; تاریخ;
    when; datetime; date time; date/time; timestamp; time; begin; dtg; reported on; date reported;
    report date`),
  from: words(`date start; start date; date_from; from date; begin date; begin; start; startdate;
    date_begin; from; von; beginn; début; date de début; desde; inicio; inizio; başlangıç; начало;
    start time; since`),
  to: words(`date end; end date; date_to; to date; end; enddate; date_until; until; to; bis; ende; fin;
    date de fin; hasta; fine; fim; bitiş; конец; end time`),
  year: words(`year; iyear; event year; jahr; année; annee; año; ano; anno; yıl; год; سال`),
  month: words(`month; imonth; monat; mois; mes; mese; mês; ay; месяц; ماه; مہینہ`),
  dayOfMonth: words(`day; iday; tag; jour; día; giorno; dia; gün; день; روز; دن`),
  best: words(`fatalities; deaths; killed; best; total deaths; total killed; nkill; dead; deaths_best;
    fatalities_best; number killed; no. killed; people killed; deaths total; total fatalities;
    total_dead; casualties; kia; killed total; total; tote; getötete; morts; tués; muertos; fallecidos;
    morti; mortos; ölü; погибшие; کشته; ہلاک; victims`),
  low: words(`low; deaths_low; fatalities_low; killed_low; min killed; minimum killed; deaths min;
    minimum deaths; minimum total people killed; total_low; low estimate; min`),
  high: words(`high; deaths_high; fatalities_high; killed_high; max killed; maximum killed; deaths max;
    maximum deaths; maximum total people killed; total_high; high estimate; max`),
  id: words(`id; event id; incident id; eventid; uid; uuid; objectid; object id; fid; ref; reference no;
    serial; serial no; s. no; sno; no; nr; number; case id; strike id; record id; key; код; شماره`),
  title: words(`title; name; headline; heading; event; incident; event name; incident name; titel;
    titre; título; titulo; titolo; nom; nombre; nome; başlık; название; عنوان; label`),
  notes: words(`notes; note; description; desc; details; detail; summary; event summary; narrative;
    comment; comments; remarks; text; incident details; what happened; beschreibung; bemerkung;
    descripción; descrição; descrizione; açıklama; описание; شرح; تفصیل; cmt`),
  type: words(`type; event type; incident type; attack type; category; kind; class; type of incident;
    type of event; type of attack; type of violence; typ; art; kategorie; tipo; catégorie; categoría;
    tür; тип; نوع; sym`),
  subtype: words(`subtype; sub type; sub_event_type; subcategory; sub category; tactic; weapon;
    weapon type; method; unterart`),
  actor1: words(`actor1; actor 1; actor; side a; side_a; perpetrator; perpetrators; group; attacker;
    attackers; gname; by; organisation; organization; militant group; claimed by; responsible;
    täter; auteur; autor; attore; aktör; عامل`),
  actor2:
    words(`actor2; actor 2; side b; side_b; target; targets; victim; target type; against; opponent;
    ziel; cible; objetivo; bersaglio; alvo; hedef; هدف`),
  place:
    words(`place; location; locality; city; town; village; place name; placename; location name;
    district; tehsil; agency; area; site; where; ort; lieu; lugar; luogo; local; yer; место; مکان; مقام;
    جگہ; adm2; admin2; adm_2; province; adm1; admin1; region`),
  source:
    words(`source; sources; source 1; source1; reference; references; media source; news source;
    publication; quelle; fuente; fonte; kaynak; источник; منبع; ماخذ`),
  link: words(`link; url; web; website; source url; source_url; source link; sourceurl; href; link 1;
    report url; weblink; lien; enlace`),
  radiusKm: words(`radius_km; radius km; uncertainty_km; uncertainty km; precision_km; accuracy_km;
    error_km; radius (km); uncertainty (km)`)
} as const;

function words(list: string): readonly string[] {
  return list.split(';').map((word) => word.trim());
}
