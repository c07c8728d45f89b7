import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';
import {demoSheet} from '../helpers/demo-sheet.ts';

it('at 80×24', async () => {
	const app = await openApp({sheet: await demoSheet(), isDemo: true});
	expect(app.screen()).toMatchInlineSnapshot(`
		" Row 1 of 25  · demo: thrown away at the end             5 hidden, 12 columns ›
		    ID First    Last             Number   Email address                PIN
		>    1 Ann      Archer           2001     ann.archer@example.com       ••••
		     2 Ben      Baker            2002     ben.baker@example.com        ••••
		     3 Carla    Costa            2003     carla.costa@example.com
		     4 Dmitri   Ivanov           2004     dmitri.ivanov@example.com    ••••
		     5 Élodie   Lefèvre          2005     elodie.lefevre@example.com   ••••
		     6 Frank    Müller           2006     frank.mueller@example.com
		     7 Grace    O'Neill          2007     grace.oneill@example.com     ••••
		     8 Hiroshi  Tanaka           2008     hiroshi.tanaka@example.com   ••••
		     9 Ines     García López     2009     ines.garcia@example.com      ••••
		    10          Reception        2000     reception@example.com
		    11 Jürgen   Weiß             2011     juergen.weiss@example.com    ••••
		    12 小明     王               2012     xiaoming.wang@example.com    ••••
		    13 Karen    van der Berg, J… 2013     karen.vanderberg@example.com
		    14 Łukasz   Wójcik           2014     lukasz.wojcik@example.com    ••••
		    15 Mohammed Al-Fayed         +49.30.… mohammed.alfayed@example.com ••••
		    16 Nora     Baker            2016     nora.baker@example.com       ••••
		    17 Olga     Petrova          2017     olga.petrova@example.com
		    18 Pedro    da Silva         1*018    pedro.dasilva@example.com    ••••
		    19 Quentin  Wolfeschlegelst… 2019     quentin.wolfe@example.com    ••••
		    20 Rosa     Rossi            2020     rosa.rossi@example.com
		 First name: Ann                                                      All saved
		 Enter Edit  F6 PIN  / Filter  Space Mark  : Commands  ? Help  Ctrl+Q Quit"
	`);
});

it('at 60×15, with marks, an order and the cursor at the right end', async () => {
	const app = await openApp({sheet: await demoSheet(), isDemo: true, columns: 60, rows: 15});
	await app.press('table.mark', 'table.down', 'table.mark', 'table.right', 'table.sort', 'end');
	expect(app.screen()).toMatchInlineSnapshot(`
		" Row 4 of 25  · 2 marked · by Last name    5 columns hidden
		‹   ID First    Last           ^ Service password
		    23 Tina     Åkesson          ••••
		    15 Mohammed Al-Fayed         ••••
		 *   1 Ann      Archer           ••••
		>*   2 Ben      Baker            ••••
		    16 Nora     Baker            ••••
		     3 Carla    Costa            ••••
		    18 Pedro    da Silva         ••••
		     9 Ines     García López     ••••
		     4 Dmitri   Ivanov           ••••
		     5 Élodie   Lefèvre          ••••
		     6 Frank    Müller           ••••
		 MiCollab Client Service password: ••••           All saved
		 Enter Edit  F6 PIN  / Filter  ? Help  Ctrl+Q Quit"
	`);
});
