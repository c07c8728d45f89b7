const lists: Readonly<Record<string, string>> = {
	German: `Jürgen Müller|Günther Groß|Jörg Schäfer|Käthe Köhler|Björn Weiß|Ülkü Özdemir|Änne Döring|Sören Jürgensen|Horst Böttcher
		|Anke Lüders|Jörn Kühn|Bärbel Schröder|Rüdiger Voß|Gösta Krüger|Hänsel Übelacker|Öhlschläger|Löwe-Jäger|Straßmann|JÜRGEN MÜLLER
		|STRAßE|MüLLER|Freiherr von Münchhausen|Hörmann GmbH & Co. KG|Empfang Süd|Büro 3. OG|Küche|Dr. Hänel|Zoë Bäcker|Weiß–Lüdenscheid`,
	French: `Élodie Lefèvre|François Dupré|Chloé Béranger|Zoé Noël|Jérôme Hélène|Anaïs Besançon|Éric L’Hôte|Cœur Œuvrard|Gaël Le Guénédal
		|Raphaël Saint-Exupéry|Loïc Maÿ|Eugénie d’Ornano|Benoît Château|André Gide|Aimé Césaire|Agnès Varda|Grégoire Évêque|ÉLODIE LEFÈVRE|Accueil «Étage»
		|Lætitia Ævard|Mélanie Forêt|Côme Hervé|Sœur Thérèse|L´Hermite|Müller André`,
	Spanish: `José Núñez|María Peña|Ángel Muñoz|Íñigo Ibáñez|Mª José Gómez|Jesús Martín|Sofía Güell|Raúl Ordóñez|Begoña Zúñiga|Óscar Cañizares
		|Úrsula Errázuriz|Recepción|Nº 3 Dirección|García-Márquez|Mónica Lucía|Ramón Fariñas|MUÑOZ IBÁÑEZ|Aránzazu|Verónica López|¿Quién?|Andrés Íñiguez`,
	Portuguese: `João Gonçalves|Conceição Simões|Antônio Magalhães|Irmã Dulce|Sebastião Falcão|JOÃO CONCEIÇÃO|IRMÃ DULCE|Luís Camões|Inês de Castro|Nuno Leitão
		|Ângela Lourenço|Márcio Araújo|Vânia Brandão|Estêvão Peão|Gláucia Assunção|Érica Patrício|Mário Guimarães|Mª Fátima|Ã|Ãngelo|Assis Pacheco Falcão|Sónia Tomás`,
	Italian: `Niccolò Machiavelli|Nicolò Barella|Mirò Cantù|Città Alta|Zaccaria Forlì|Libertà Colò|Giosuè Carducci|Noè Pantò|Lucìa Viganò|CANTÙ|Università|L’Aquila D’Èmilio`,
	Catalan: `Núria Güell|Gal·la Plàcidia|Àngels Bassas|Òscar Nebreda|Lluís Llach|Conxita Julià|Mercè Rodoreda|Ferran Adrià|Jaume Plensa Suñé|Montserrat Cabré|Françesc Macià|Raül Romeva`,
	Dutch: `Daniël van ’t Hooft|Zoë Coöper|Desirée Bouwmeester|Renée Siebelink|André Hazes|Chloë Curaçao|Loïs Daniëls|Geëlhoed|Reünie|Jérôme Beëlaerts|Mariët ’s-Gravesande`,
	Danish: `Søren Kierkegård|Åse Ågård|Bjørn Bjørnson|Jørgen Ægidius|Kåre Næss|Øystein Sørbø|Håkon Åsgård|Lærke Skjødt|Æsa Bæk|Mø Brændgård|SØREN ÅGÅRD|Märta Bø|Ingrid Løvås
		|Torbjørn Røe Isaksen|André Bjerke|Sæther|Færøy|Pål Høie|Ærø`,
	Swedish: `Åke Ångström|Göran Sjöström|Märta Åhlén|Björn Ulvæus|Östen Ärlig|Annelie Öhman|Jöns Jakob Berzelius Åström|Håkan Nesser|Gösta Bäckman|Örjan Löfgren|Linnéa Väring|IDÉN|Zlatan Ibrahimović`,
	Finnish: `Väinö Linna|Äijö Yrjö|Hämäläinen|Mäkelä Pöysti|Aleksis Šuster|Jyväskylä Öljymäki|Ääritalo|Åbo Åkerblom|Yrjänä Sipilä|Töölö Hätälä`,
	Icelandic: `Guðrún Þórarinsdóttir|Þór Sigurðsson|Björk Guðmundsdóttir|Ægir Örn|Ýr Ásgeirsdóttir|Ólafur Ragnar Grímsson|Hafþór Júlíus Björnsson|Sigríður Ævarsdóttir|Eyþór Ingi|Ásdís Rán
		|Íris Dögg|Össur Skarphéðinsson|Zoëga|Auður Æsa|Sóley Eiðsdóttir|Úlfur Þráinn|GUÐRÚN ÞÓR|Kári Stefánsson|Dagný Brynjarsdóttir`,
	Faroese: `Jógvan Høgnesen|Pól Jóhannus|Jákup Mørk|Eyðun Øssursson|Sørvágur|Bárður Háberg|Høgni Reistrup|Súsanna á Heygum|Óluva Ellingsgaard|Rógvi Æðuvík`,
	Irish: `Seán Ó hÉigeartaigh|Niamh Ní hÉalaithe|Órla Mac Giolla Phádraig|Áine Uí Shé|Pádraig Ó Súilleabháin|Mícheál O’Neill|Sinéad O'Connor|Caoimhe DeÁrgain|Rónán Breathnach|Úna McÉinrí
		|Siân Llŷr|Gŵyneth Ŵyn|Tomos Ŷchwaneg|Eilidh NicÌomhair|Màiri Mhòr`,
	Polish: `Łukasz Świątek|Małgorzata Żółć|Józef Kruczyński|Grzegorz Brzęczyszczykiewicz|Paweł Wójcik|Agnieszka Wąsik|Stanisław Gołąb|Kożuch Źdźbło|Ćwikliński Ślązak|Jędrzej Węgrzyn
		|Bożena Dąbrowska|Michał Zieliński|ŁUKASZ ŚWIĄTEK|Łódź|Wałęsa|Piąty Rząd|Elżbieta Czyż|Mikołaj Gąsior`,
	Czech: `Jiří Dvořák|Tomáš Novák|Jan Němec|Přemysl Růžička|Šárka Čapková|Václav Žižka|Zdeněk Svěrák|Božena Němcová|Kateřina Šťastná|Petr Kůň|Ondřej Čech|Ludmila Hřebíčková|Antonín Dvořák
		|Miloš Řehoř|Bedřich Ťoupalík|Ďurica|Lukáš Černý|JIŘÍ DVOŘÁK|Alžběta Procházková`,
	Slovak: `Ľudovít Štúr|Ľubomír Vážny|Marián Hossa Môcik|Zuzana Čaputová|Peter Šťastný|Ján Kriváň|Štefan Kováč|Žofia Nižňanská|Anton Bernolák Vŕba|Stĺpik Hĺbka|Ďuro Ťažký|Jozef Mäkký`,
	Hungarian: `Győző Erdős|Kőrösi Csoma Sándor|Szűcs Ödön|Németh Zsófia|Gyöngyvér Tőkés|Örs Széchenyi|Erzsébet Bűdi|László Krasznahorkai|Mihály Csíkszentmihályi|Gábor Kőszegi|Éva Fűzi
		|István Tóth|Ágnes Szőke|Dezső Szabó|Jenő Kövér|Ildikó Üveges|Zoltán Kodály`,
	Romanian: `Ștefan Ionuț|Mircea Cărtărescu|Ionuț Dănilă|Țuțea Rădulescu|Mădălina Ghenea|Băsescu Traian|Mureșan Călin|Brâncuși Constantin|Înălțaru|Şerban Ţepeş|Ana Blandiană Pârvu|Răzvan Lucescu|Cătălin Bârsan`,
	Croatian: `Živko Čović|Đorđe Šimić|Luka Modrić|Željko Đukić|Šime Vrsaljko Žižić|Ćiro Blažević|Matjaž Kranjčič|Črtomir Žagar|Anže Kopitar Škofič|Dušan Vlahović|Aleksandar Rašić`,
	Turkish: `Işık Yıldız|İpek Çelik|Doğan Şahin|Mehmet Yılmaz|Özgür Öztürk|Çağla Gülşen|Ayşe Kılıç|Ümit Çalışkan|Şükrü Saraçoğlu|Gökhan Aydın|Oğuzhan Türkoğlu|Tuğba Erdoğan|IŞIK YILDIZ
		|İSMAİL ÇİFTÇİ|Aşçı Güngör|Muğla Özışık|Hatice Karadağ|Bülent Ecevit|Hülya Avşar`,
	Baltic: `Jānis Bērziņš|Līga Kalniņa|Ģirts Ķezberis|Kārlis Ulmanis|Žydrūnas Šaulys|Rūta Meilutytė|Jūratė Žemaitienė|Ąžuolas Vėjelis|Kęstutis Čekuolis|Õnne Pärn|Jüri Põld|Ülo Sõõru|Mõisaküla|Āris Šķēle
		|Eglė Jakštienė|Mārtiņš Ruņģis|Šarūnas Jasikevičius`,
	Vietnamese: `Nguyễn Thị Đặng|Trần Đình Phúc|Lê Văn Hùng|Phạm Thùy Dương|Hoàng Ánh Tuyết|Vũ Đức Thắng|Đỗ Mỹ Linh|Bùi Ngọc Ẩn|Hồ Quỳnh Hương|Lý Thường Kiệt|Ngô Bảo Châu|Đào Thị Hậu|NGUYỄN VĂN ÂN|Võ Tòng|Tô Hoài Ý`,
	Others: `Çelik Hoxhë|Agnesë Dërguti|Ġorġ Ħal Għaxaq|Kāwika ʻŌpūnui|Sándór Čáhppe|Áillohaš Ŋiŋŋá|Ọlágúndóyè Ṣóyínká|Adébáyọ̀|Ĵozefo Ĉu|Wáng Xiǎomíng|Lǐ Nà|Əli Əliyev|Zenê Kurdîşah|Jürgen Lětoń|Hanka Krawcec Wjeŕba
		|Ñamandú Jukỹra|Thích Nhất Hạnh|Beyoncé Knowles|Renée Zellweger|Siobhán McÉlroy|Acme™|Umbrella® Café|Ann… Archer|“Bob” Smith|Müller†|N° 5|Tokyo・Osaka|Ann\u00a0Archer|µTorrent|René & Zoë|naïve—résumé|Ann Archer – Ben Baker
		|O‘Brien|D´Angelo|Māori Tūhoe|Aḥmad al-Ḫalīl|Ibn Sīnā|Muḥammad Şafīq`,
	Cyrillic: `Дмитрий Иванов|Екатерина Щербакова|Юлія Ґудзь|Їжак Єва|Ёлкин Пётр|Владимир Жуков|СЕРГЕЙ МОРОЗОВ|Тарас Шевченко|Ђорђе Петровић|Љубица Њежић|Ганна Яўген|Рёва Сергей|Алексей О’Коннор|Наталья Круглова|Христо Ботйов|Анна-Мария Чехова`,
	Greek: `Νίκος Παπαδόπουλος|Ελένη Γεωργίου|ΔΗΜΗΤΡΗΣ ΚΑΡΑΓΙΑΝΝΗΣ|Άννα Χατζή|Ζωή Κωνσταντοπούλου|Γιώργος Σεφέρης|Οδυσσέας Ελύτης|Ξένια Καλογεροπούλου|Ραΐσα Μαϊμού|Ιωάννης Ψυχάρης`,
	Eastern: `欧阳小明|王|田中 ひろし|タナカ ヒロシ|김민준|이영희|محمد علي|فاطمة الزهراء|דוד כהן|अमित शर्मा|สมชาย ใจดี|Գևորգ Աբրահամյան|გიორგი მარგველაშვილი`,
};

/** Real names as people of many languages write them, to tell good letters from damaged ones. */
export const names: readonly (readonly [language: string, names: readonly string[]])[] = Object.entries(
	lists,
).map(([language, list]) => [language, list.split('|').map((name) => name.trim())]);
