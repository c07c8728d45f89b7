import type {FieldKey} from './field.ts';

/**
 * German, French and Spanish headers of the plain fields (rules.md 1.2). A word that also means something else is left out:
 * `Poste` is an extension and a job, `Rufnummer` may be a number outside.
 */
export const foreignNames = {
	profile: [
		...['Profil', 'Profilname', 'Bereitstellungsprofil'],
		...['Profil de déploiement', 'Nom du profil'],
		...['Perfil', 'Perfil de implementación', 'Perfil de despliegue', 'Nombre del perfil'],
	],
	firstName: ['Vorname', 'Prénom', 'Nombre', 'Nombre de pila', 'Nombres'],
	lastName: [
		...['Nachname', 'Familienname', 'Zuname'],
		...['Nom', 'Nom de famille'],
		...['Apellido', 'Apellidos'],
	],
	directoryNumber: [
		...['Durchwahl', 'Durchwahlnummer', 'Nebenstelle', 'Nebenstellennummer', 'Nummer'],
		...['Numéro', 'Numéro interne', 'Numéro de poste', 'Numéro d’annuaire'],
		...['Extensión', 'Número de extensión', 'Número interno', 'Número de directorio'],
	],
	email: [
		...['E-Mail-Adresse', 'Mailadresse', 'Mail-Adresse'],
		...['Adresse e-mail', 'Adresse mail', 'Adresse électronique', 'Courriel', 'Adresse de courriel'],
		...['Correo', 'Correo electrónico', 'Dirección de correo', 'Dirección de correo electrónico'],
		...['Dirección de e-mail', 'Dirección de email'],
	],
	pbxSipUser: ['Gerätenummer', 'Numéro de l’appareil', 'Numéro de dispositif', 'Número de dispositivo'],
	voicemailNumber: [
		...['Voicemail-Nummer', 'Mailbox-Nummer', 'Sprachbox-Nummer'],
		...['Numéro de messagerie vocale', 'Numéro de boîte vocale'],
		...['Número de buzón de voz', 'Número de correo de voz'],
	],
	voicemailPin: [
		...['Mailbox-PIN', 'Sprachbox-PIN'],
		...['PIN de messagerie vocale', 'PIN de boîte vocale', 'Code PIN de messagerie vocale'],
		...['PIN de buzón de voz', 'PIN del buzón de voz', 'PIN de correo de voz'],
	],
	deploymentPin: [
		...['Bereitstellungs-PIN', 'PIN-Code'],
		...['PIN de déploiement', 'Code PIN', 'Code PIN de déploiement'],
		...['PIN de implementación', 'PIN de despliegue', 'Código PIN'],
	],
	deploymentLink: [
		...['Bereitstellungslink', 'Bereitstellungs-Link', 'Download-Link'],
		...['Lien de déploiement', 'Lien de téléchargement'],
		...['Enlace de implementación', 'Enlace de despliegue', 'Enlace de descarga'],
	],
	authenticationCode: [
		...['Authentifizierungscode', 'Aktivierungscode'],
		...["Code d'authentification", "Code d'activation"],
		...['Código de autenticación', 'Código de activación'],
	],
} as const satisfies {readonly [Key in FieldKey]?: readonly string[]};
