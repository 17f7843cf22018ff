namespace IamCore.PublicApi.Tests.Rooms;

/// <summary>The rooms of all packages. The map in <c>src/README.md</c> is drawn from this list.</summary>
internal static class Houses
{
    private static readonly House Policies = new(
        "IamCore.Policies",
        new("Values", "what texts of the language mean: ARNs, numbers, dates, addresses, patterns",
            "AccountId", "Arn", "PolicyFaultCode", "ValueList"),
        new("Requests", "the question: principal, action, resource, context and the keys derived from them",
            "AccessRequest", "ActionName", "ContextKey", "ContextKeyOwner", "ContextValue", "IRequestContext", "Principal", "PrincipalKind", "RequestContext", "RequestFault",
            "RequestFaultCode", "RequestFormatException", "ResourceName"),
        new("Comparisons", "what each condition operator compares, and how: one row an operator",
            "Comparison", "ConditionOperator", "OperatorFamily", "SetQualifier"),
        new("Documents", "the parts of a document as written",
            "ConditionBlock", "ConditionEntry", "Effect", "PolicyType", "PolicyTypeNames", "PolicyTypes", "PrincipalElement", "PrincipalEntry", "PrincipalEntryType",
            "SourcePlace", "Statement"),
        new("Variables", "policy variables and the templates that hold them"),
        new("Conditions", "conditions, made ready to compare"),
        new("Parsing", "documents from text and back, with every fault and warning at its place",
            "PolicyDocument", "PolicyFault", "PolicyFormatException", "PolicySize", "PolicySizeLimit", "PolicySource", "PolicyWarning", "PolicyWarningCode", "SizeCounting"),
        new("Compilation", "documents made into an index of statements", "ApplicablePolicies", "NamedPolicy", "PolicySet"),
        new("Evaluation", "the decision and its explanation",
            "AccessDecision", "ConditionTrace", "Decision", "Explanation", "PolicyEvaluator", "StatementReference", "StatementTrace"),
        new("Linting.Patterns", "whether one pattern covers another"),
        new("Linting.Catalog", "services with their actions, resources and condition keys"),
        new("Linting", "findings and the options of a validation"),
        new("Linting.Rules", "the codes, severities and texts of findings"),
        new("Linting.Model", "a document as checks look at it"),
        new("Linting.Checks", "one check a file"),
        new("Validation", "runs the checks and writes what they found", "PolicyValidator"));

    private static readonly House Core = new(
        "IamCore",
        new("", "errors", "IamErrorCode", "IamErrorCodes", "IamErrorDetail", "IamException"),
        new("Model", "records of everything that a directory stores, with ids and quotas", "PolicyAcceptance"),
        new("Errors", "makes the errors that many operations share"),
        new("Stores", "reading, writing and watching a directory; the store in memory"),
        new("Stores.Json", "the store in a JSON file"),
        new("Predefined", "the policies that every account has"),
        new("Principals", "all that bears on one principal, read at one revision", "DirectoryDamagedException"),
        new("Authorization.Snapshots", "compiled policies of principals, groups and accounts, kept between decisions"),
        new("Authorization", "decisions about principals of a directory",
            "AccessEvent", "AccessExplanation", "AccessQuestion", "AccessReason", "AccessResult", "AuthorizerExtensions", "AuthorizerOptions", "IAccessObserver", "IAuthorizer",
            "IResourcePolicySource", "PrincipalSession"),
        new("Signing", "Signature Version 4, without any directory"),
        new("Credentials.Secrets", "sealing of secrets"),
        new("Credentials.Passwords", "password rules and hashes"),
        new("Credentials.Ssh", "SSH public keys"),
        new("Credentials.Mfa", "one-time codes and security keys"),
        new("Credentials.Throttling", "limits on guessing"),
        new("Events", "what observers of a directory are notified of", "IDirectoryObserver"),
        new("Configuration", "options, and the interfaces that a host implements for them", "CredentialOptions", "IamDirectoryOptions", "IdentityCenterOptions"),
        new("Credentials", "sealed tokens and codes over a store"),
        new("Callers", "authenticated callers and what their sessions restrict"),
        new("Administration", "how a command runs: validation, authorization, unit of work, commit, audit", "IamAdministration", "IamDirectory"),
        new("Administration.Policies", "commands on managed and inline policies, attachments and boundaries"),
        new("Administration.Users", "commands on users"),
        new("Administration.Groups", "commands on groups"),
        new("Administration.Credentials", "commands on passwords, access keys, MFA devices, certificates and other credentials"),
        new("Administration.Roles", "commands on roles and service-linked roles"),
        new("Administration.InstanceProfiles", "commands on instance profiles and workloads"),
        new("Administration.Providers", "commands on OpenID Connect and SAML providers"),
        new("Administration.Tags", "commands on tags"),
        new("Administration.Organizations", "commands on organizations and their control policies"),
        new("Administration.Accounts", "commands on accounts"),
        new("Administration.Reports", "commands that simulate, look up and report"),
        new("Administration.Composites", "commands made of several others"),
        new("Sessions", "the Security Token Service, and how callers are authenticated"),
        new("Sessions.SignIn", "sign-in with a password and MFA"),
        new("Sessions.Workloads", "credentials for programs"),
        new("IdentityCenter", "instances of Identity Center, and what all its commands share"),
        new("IdentityCenter.PermissionSets", "commands on permission sets"),
        new("IdentityCenter.Assignments", "commands on assignments to accounts"),
        new("IdentityCenter.Directory", "commands on directory users and groups"),
        new("IdentityCenter.Devices", "commands on users' MFA devices"),
        new("IdentityCenter.Portal", "the access portal"),
        new("Advisor", "advice on a whole account"),
        new("", "all of it in one object, and registration", "IamCoreBuilder", "IamEngine", "IamEngineOptions"));

    private static readonly House Scenarios = new(
        "IamCore.Scenarios",
        new("", "scenarios and their results",
            "PolicyReading", "ReportText", "Scenario", "ScenarioExpectation", "ScenarioFault", "ScenarioMismatch", "ScenarioPolicies", "ScenarioReport", "ScenarioRequest",
            "ScenarioResult", "ScenarioRunner", "Spelling", "StatementReport", "Tone"),
        new("Reading", "scenarios from JSON, with every fault at its place"),
        new("", "files of scenarios", "ScenarioFile"));

    private static readonly House AspNetCore = new(
        "IamCore.AspNetCore",
        new("", "contracts and options",
            "DataProtectionSecretProtector", "IamAspNetCoreOptions", "IamAuthorizationFailureReason", "IamClaimsIdentity", "IamDenial", "IamEndpoint", "IamPrincipalMapping",
            "IamResource", "IamRoleMapping", "IamSignatureOptions", "IamUserMapping", "IIamContextProvider", "IIamPrincipalSource", "IIamResource"),
        new("Templates", "ARN templates over route values", "IamRequirement"),
        new("", "the attribute", "IamAuthorizeAttribute"),
        new("Context", "the request as context keys"),
        new("Resources", "resources that endpoints load"),
        new("Reporting", "the log and the answer to a refusal"),
        new("Signatures", "authentication by Signature Version 4"),
        new("Authorization", "the requirement's handler"),
        new("Startup", "what is checked before the host starts", "IamEndpointSource"),
        new("Principals.Federation", "the host's users as role sessions"),
        new("Principals", "the host's users as principals"),
        new("Explaining", "the explain page"));

    private static readonly House EntityFrameworkCore = new(
        "IamCore.EntityFrameworkCore",
        new("Rows", "the tables"),
        new("Providers", "how SQLite and PostgreSQL differ"),
        new("", "access to one database", "Database", "DatabaseSchema", "DatabaseSchemaException", "DatabaseStoreOptions", "DirectoryUnavailableException"),
        new("Accesses", "last-accessed data"),
        new("Following", "following the revision"),
        new("Reading", "queries"),
        new("Writing", "commits"),
        new("", "the store",
            "DatabaseDirectoryStore", "IamCoreDbContext", "IamCoreModelBuilderExtensions"),
        new("Hosting", "registration, health check and background work"));

    private static readonly House Federation = new(
        "IamCore.Federation",
        new("", "contracts and options",
            "AccessTokenIdentity", "AssumeRoleWithSaml", "AssumeRoleWithWebIdentity", "FederationOptions", "IAccessTokenVerifier", "IOidcKeySource", "OidcKeyRequest",
            "OidcProviderSettings", "SamlRole", "SamlRoleChoice", "SamlRolePair", "SamlSignIn", "SignInWithSaml", "WebIdentityRole"),
        new("Saml", "SAML assertions"),
        new("WebIdentity", "OpenID Connect tokens"),
        new("", "the service and its key sources", "DiscoveryKeySource", "FederationService", "OidcKeySource"));

    private static readonly House Cli = new(
        "IamCore.Cli",
        new("", "the console and input",
            "CliConsole", "ExitCode", "FlushingInput", "ProgressLine", "ScenarioInputs"),
        new("Catalogs", "catalog files"),
        new("Validation", "validation of files and folders"),
        new("Measuring", "timing"),
        new("Schemas", "JSON schemas"),
        new("", "what scenarios cost", "ScenarioCosts"),
        new("Commands", "one command a file"),
        new("Directories", "directory files"),
        new("Commands.Directory", "the commands on directories"),
        new("", "the tool", "TeachingHelp", "Tool"));

    public static IReadOnlyList<House> All { get; } =
    [
        Policies,
        Core,
        Scenarios,
        AspNetCore,
        EntityFrameworkCore,
        Federation,
        Cli,
    ];

    /// <summary>The rooms of a package; one room for everything if the package is not listed.</summary>
    public static House Of(string package) => All.SingleOrDefault(house => house.Package == package)
        ?? new(package, new Room("", "", [.. AssemblyReader.TypesOf(package).Where(t => t.Namespace == package).Select(t => t.Name.Split('`')[0])]));
}
