/**
 * Words strong enough to be looked for in disguise: cut into letters, masked, stretched, swapped, reversed. None of them is an
 * ordinary word with two neighbouring letters swapped, reversed or cut in two.
 */
export const DISGUISED_WORDS: ReadonlySet<string> = new Set(
  [
    'naked nude nudes nudity nudist nekkid topless bottomless undress undresses undressed undressing undressin striptease',
    'strips stripping stripped stripper unclothed disrobe disrobes disrobing braless pantyless lingerie panties',
    'breasts boobs boobies nipple nipples tits titties cleavage genital genitals genitalia vagina pussy penis dick cock clitoris',
    'vulva testicles scrotum erection crotch buttocks butthole anus anal orgasm orgasms orgasmic masturbate masturbates',
    'masturbating masturbation blowjob handjob fellatio cunnilingus intercourse sex sexy sexual sexually seggs fuck fucks fucked',
    'fucking porn porno pornographic pornhub pornography hentai ahegao nsfw rule34 xxx erotic erotica horny slut whore bdsm bondage',
    'twerk twerks twerking cum cumshot creampie gangbang milf fetish',
    'loli lolis lolicon shota shotacon pedo pedophile underage jailbait',
    'rape rapes raped raping rapist molest molests molested',
    'kill kills killed killing murder murders murdered behead beheads beheaded beheading decapitate decapitates decapitated',
    'strangle strangles strangled torture tortures tortured mutilate mutilates massacre disembowel execute executes gore gory',
    'suicide suicidal selfharm overdose noose',
    'nazi nazis hitler swastika heil genocide holocaust',
    'cocaine heroin meth methamphetamine fentanyl deepfake deepfakes jailbreak watermark',
    'nackt auszieht entkleidet nudo nuda desnuda desnudo pelada nue',
  ]
    .join(' ')
    .split(' '),
);
