/** Letters that carry no mark Unicode could take off, as they are typed without their own keyboard. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
  ی: 'ي',
  ک: 'ك',
  ـ: '',
  '\u0901': '\u0902',
  '\u093C': '', // Hindi is spelled with or without its dots, as the keyboard has them
};

/** Traditional characters of the words that the tables hold, as simplified ones; Japanese shares some of them. */
const SIMPLIFIED: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '脫脱 體体 裝装 褲裤 內内 衛卫 裏里 裡里 開开 愛爱 殺杀 斬斩 頭头 頸颈 槍枪 藥药 彈弹 製制 納纳 漢汉 黃黄 姦奸 強强 燒烧 經经 兒儿 歲岁 歳岁 學学 蘿萝 臉脸 換换 掛挂 傷伤 殘残 與与 應应 ' +
    '張张 雙双 動动 畫画 誘诱 慾欲 撫抚 無无 絲丝 視视 規规 則则 國国 電电 變变 樣样 舊旧 處处 絞绞 綁绑 縛缚 嬌娇 騷骚 褻亵 戰战 惡恶 猶犹 諷讽 豬猪 滅灭 種种 濺溅 噴喷 湧涌 斷断 髒脏 臟脏 ' +
    '腸肠 錄录 攝摄 歡欢 興兴 奮奋 賣卖 買买 罌罂 氣气 讓让 們们 對对 門门 輪轮 慘惨 屍尸 顯显 現现 個个 齡龄 劃划 鎖锁 濕湿 溼湿 險险 緊紧 襪袜 緩缓 後后 黨党 幫帮 領领 帶带 麼么 條条 飄飘 ' +
    '紙纸'
  )
    .split(' ')
    .map((pair) => Array.from(pair)),
);

const KATAKANA_TO_HIRAGANA = 0x60;

/**
 * A word as it is compared: lower case, without accents, kana as hiragana, Chinese simplified. Marks are taken off Latin,
 * Greek, Cyrillic, Arabic and Hebrew letters alone: in Hindi and Thai they are vowels.
 */
export function fold(text: string): string {
  const marked = text.toLowerCase().normalize('NFD');
  const unmarked = marked.replace(
    /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu,
    '$1',
  );
  return Array.from(unmarked.normalize('NFC'), foldCharacter).join('');
}

function foldCharacter(character: string): string {
  if (/[ァ-ヶ]/u.test(character)) return String.fromCharCode(character.charCodeAt(0) - KATAKANA_TO_HIRAGANA);
  return PLAIN[character] ?? SIMPLIFIED[character] ?? character;
}
