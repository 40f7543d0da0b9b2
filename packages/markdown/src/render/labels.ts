import type { CalloutKind } from "../syntax/index.js";

/** The few words that rendering adds to a page, in the page's language. */
export interface Labels extends Readonly<Record<CalloutKind, string>> {
  readonly footnotes: string;
  /** Names the arrow that leads from a footnote back to the text. */
  readonly backToText: string;
  readonly table: string;
}

const english: Labels = {
  note: "Note",
  tip: "Tip",
  info: "Info",
  important: "Important",
  warning: "Warning",
  caution: "Caution",
  danger: "Danger",
  footnotes: "Footnotes",
  backToText: "Back to the text",
  table: "Table",
};

const byLanguage: Readonly<Record<string, Labels>> = {
  en: english,
  es: {
    note: "Nota",
    tip: "Consejo",
    info: "Información",
    important: "Importante",
    warning: "Advertencia",
    caution: "Precaución",
    danger: "Peligro",
    footnotes: "Notas al pie",
    backToText: "Volver al texto",
    table: "Tabla",
  },
  de: {
    note: "Hinweis",
    tip: "Tipp",
    info: "Info",
    important: "Wichtig",
    warning: "Warnung",
    caution: "Vorsicht",
    danger: "Gefahr",
    footnotes: "Fußnoten",
    backToText: "Zurück zum Text",
    table: "Tabelle",
  },
  ru: {
    note: "Примечание",
    tip: "Совет",
    info: "Информация",
    important: "Важно",
    warning: "Предупреждение",
    caution: "Осторожно",
    danger: "Опасно",
    footnotes: "Сноски",
    backToText: "Вернуться к тексту",
    table: "Таблица",
  },
  it: {
    note: "Nota",
    tip: "Suggerimento",
    info: "Informazioni",
    important: "Importante",
    warning: "Avviso",
    caution: "Attenzione",
    danger: "Pericolo",
    footnotes: "Note a piè di pagina",
    backToText: "Torna al testo",
    table: "Tabella",
  },
  zh: {
    note: "备注",
    tip: "提示",
    info: "信息",
    important: "重要",
    warning: "警告",
    caution: "注意",
    danger: "危险",
    footnotes: "脚注",
    backToText: "返回正文",
    table: "表格",
  },
  ko: {
    note: "참고",
    tip: "팁",
    info: "정보",
    important: "중요",
    warning: "경고",
    caution: "주의",
    danger: "위험",
    footnotes: "각주",
    backToText: "본문으로 돌아가기",
    table: "표",
  },
  ja: {
    note: "注記",
    tip: "ヒント",
    info: "情報",
    important: "重要",
    warning: "警告",
    caution: "注意",
    danger: "危険",
    footnotes: "脚注",
    backToText: "本文に戻る",
    table: "表",
  },
  fr: {
    note: "Note",
    tip: "Astuce",
    info: "Info",
    important: "Important",
    warning: "Avertissement",
    caution: "Attention",
    danger: "Danger",
    footnotes: "Notes de bas de page",
    backToText: "Retour au texte",
    table: "Tableau",
  },
};

/** Labels of a locale's language; English where there are none. */
export function labelsOf(locale: string): Labels {
  return byLanguage[locale.split("-", 1)[0]?.toLowerCase() ?? ""] ?? english;
}
