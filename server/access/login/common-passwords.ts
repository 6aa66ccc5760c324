/** Words that guessing begins with: names of keys side by side, of passwords, people, teams, seasons, months, and products. Lower case. */
const WORDS = `
password passwort passwd passw0rd p@ssword p@ssw0rd pa55word pass motdepasse contrasena senha wachtwoord losenord heslo parola haslo
secret geheim topsecret private letmein letmeinnow welcome willkommen bienvenue bienvenido changeme changeit changethis default
admin administrator adminadmin root superuser sysadmin webmaster operator manager master user username guest gast login logon signin
test testing tester temp temporary demo example sample database server computer internet network website system service support
qwerty qwertyuiop qwertz qwertzuiop azerty azertyuiop asdf asdfgh asdfghjkl yxcvbnm zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc
1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc zaq12wsx q1w2e3r4 q1w2e3r4t5 qwer asd zxc qwe wasd
abc abcd abcde abcdef abcdefg abcdefgh abcdefghijkl abc123 a1b2c3 aabbcc xyz
123 1234 12345 123456 1234567 12345678 123456789 1234567890 0123456789 0987654321 987654321 87654321 7654321 654321 54321 4321
111 222 333 444 555 666 777 888 999 000 121212 131313 123123 123321 112233 147258 147258369 159753 789456 789456123 456789
iloveyou iloveu ilove lovely love loveyou loveme mylove lover lovers sweetheart darling honey sweet sweetie baby babygirl babyboy
sunshine princess prinzessin princesa dragon monkey shadow superman batman spiderman ironman hulk starwars pokemon pikachu naruto
football fussball futbol soccer baseball basketball hockey tennis golf liverpool arsenal chelsea barcelona realmadrid juventus bayern
dortmund manchester united yankees cowboys lakers eagles steelers packers ranger rangers tigers lions
michael jordan jennifer jessica ashley daniel thomas charlie andrew matthew joshua michelle nicole amanda robert william anthony david
maria anna laura sophie julia alexander christian stefan andreas martin peter paul george james john joseph sarah emily hannah
summer sommer winter spring autumn herbst fruehling january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag
flower blume butterfly rainbow cookie chocolate banana orange apple cherry pepper ginger cheese coffee pizza hamburger
tiger lion eagle falcon wolf bear horse dolphin panda puppy kitty kitten cat dog hund katze
mustang ferrari porsche mercedes corvette harley yamaha honda toyota
freedom liberty forever whatever nothing access matrix hunter killer ninja samurai pirate wizard warrior legend hero king queen
trustno1 google facebook twitter instagram linkedin microsoft windows office samsung iphone android amazon netflix salesforce hubspot
zendesk intercom jira slack zoom github docker linux ubuntu oracle postgres mysql cisco
company customer customers success sales handoff handover onboarding kickoff revenue account accounts business corporate crm team
money dollar euro bitcoin lucky happy smile friend friends family mother father mutter vater hello hallo bonjour hola ciao
computer1 blink182 correcthorsebatterystaple correct horse battery staple jesus christ angel heaven god godbless amen
london paris berlin madrid newyork california texas america deutschland germany france espana italia schweiz austria
please thankyou goodbye nevermind internet sommer2024 summer2024 winter2024
`;

/** Longest first, so that a word within another leaves nothing of it. */
export const COMMON_WORDS: readonly string[] = [...new Set(WORDS.split(/\s+/).filter(Boolean))].sort((a, b) => b.length - a.length);
