const GROUPS = `abigail abby|albert al bert|alexander alex alec sandy sasha|alexandra alex sandra sasha lexi|alfred alf fred alfie|alison ali
amanda mandy|andrew andy drew|anthony tony|antony tony|arthur art|barbara barb babs|benjamin ben benny|bernard bernie|bradley brad|brian bryan
cameron cam|caroline carol carrie|catherine kate cathy katie cat kathryn katherine kathy kit kitty|charles charlie chuck|charlotte charlie lottie
christine chris chrissie tina|christina chris tina|christopher chris kit topher|cynthia cindy|daniel dan danny|david dave davy|deborah deb debbie debra
dennis den|donald don donnie|dorothy dot dottie dolly|douglas doug|edward ed eddie ted ned teddy|eleanor ellie nell nora|elizabeth liz beth lizzie betty eliza elsie libby bess lisa
emily em emma|eugene gene|evelyn evie eve|florence flo florrie|frances fran frankie fanny|francis frank|franklin frank|frederick fred freddie|gabriel gabe
geoffrey geoff jeff|george georgie|gerald gerry jerry|gregory greg|harold harry hal|harriet hattie harry|helen nell nellie|henry harry hank hal
isabella bella izzy isabel|jacob jake|jacqueline jackie|james jim jimmy jamie|janet jan|jeffrey jeff|jennifer jen jenny|jeremy jerry|jessica jess jessie
joan joanie|joanna jo|john johnny jack|jonathan jon jonny|joseph joe joey jo|josephine jo josie|joshua josh|judith judy|kenneth ken kenny|kimberly kim
lawrence larry laurie|laurence larry|leonard len lenny leo|lewis lew lou|louis lou|louise lou|lucas luke|lucy lou|margaret maggie meg peggy madge greta rita daisy
martha marty|martin marty|mary polly molly may|matthew matt|matilda tilly|maximilian max|maxwell max|melissa mel|michael mike mick micky|millicent milly
mohammed mohamed muhammad mohammad mo|nancy nan|natalie nat|nathaniel nathan nat|nathan nat|nicholas nick nicky|nicola nicky|oliver ollie|olivia liv livvy|oscar ozzy
pamela pam|patricia pat patty tricia|patrick pat paddy|penelope penny|peter pete|philip phil|phillip phil|priscilla cilla|rachel rach|raymond ray|rebecca becky becca
reginald reg|richard rick dick rich ricky|robert bob rob bobby robbie bert|roberta bobbie|roger rodge|ronald ron ronnie|rose rosie|rosemary rosie rose|samantha sam
samuel sam sammy|sarah sally sadie|sebastian seb|simon si|sophia sophie|stephanie steph|stephen steve|steven steve|stuart stu|susan sue susie suzanne|susannah sue
terence terry|theodore ted theo teddy|theresa terry tess|teresa terry tess|thomas tom tommy|timothy tim|valerie val|veronica ronnie|victor vic|victoria vicky tori
vincent vince vinny|virginia ginny|walter walt wally|wilfred wilf|william bill will billy willie liam|winifred winnie|yusuf yousef joseph youssef|zachary zach zack
ibrahim abraham brahim|yaqub jacob|sulaiman solomon suleiman|dawud david daoud|maryam mary miriam|abdullah abdallah abdulla|khadija khadijah|fatima fatma fatimah fatema`

/** A short form may stand for several names: two words are one name if they have a group in common. */
const groups = new Map<string, readonly number[]>()
for (const [index, group] of GROUPS.split(/[|\n]/).entries())
  for (const name of group.split(' ')) groups.set(name, [...(groups.get(name) ?? []), index])

export function areNicknames(one: string, other: string): boolean {
  const mine = groups.get(one)
  return mine !== undefined && (groups.get(other)?.some((group) => mine.includes(group)) ?? false)
}
