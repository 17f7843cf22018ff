using System.Reflection;
using IamCore.Tests.Credentials;
using IamCore.Tests.Sessions;
using IamCore.Tests.Signing;

namespace IamCore.Tests.Administration.Errors;

/// <summary>What the specification's rules on errors say that is no row: shown by another test, or no error of that operation.</summary>
internal static class ErrorsElsewhere
{
    /// <summary>Errors that need more than a command: the test that shows them.</summary>
    public static Dictionary<string, string> Tests { get; } = new(StringComparer.Ordinal)
    {
        ["ID-025 CloseAccount InvalidClientTokenId"] = Test(nameof(SignInTests), nameof(SignInTests.ID_025_a_closed_account_lets_nobody_in)),
        ["ID-033 * AccessDenied"] = Test(nameof(AssumeRoleTests), nameof(AssumeRoleTests.ID_033_ST_031_root_assumes_no_role)),
        ["ID-037 * AccessDenied"] = Test(nameof(StateErrorTests), nameof(StateErrorTests.ID_037_while_root_has_no_credentials_nobody_becomes_root_but_by_a_root_task)),
        ["ID-064 * ValidationError"] = Test(nameof(StateErrorTests), nameof(StateErrorTests.ID_064_a_role_with_a_long_path_cannot_be_switched_to)),
        ["ID-070 * AccessDenied"] = Test(nameof(StateErrorTests), nameof(StateErrorTests.ID_070_nobody_reaches_a_role_of_another_partition)),
        ["ID-091 * InvalidClientTokenId"] = Test(nameof(CallerFacadeTests), nameof(CallerFacadeTests.A_caller_that_is_gone_is_refused_before_anything_else)),
        ["ID-119 * InvalidClientTokenId"] = Test(nameof(AssumeRoleTests), nameof(AssumeRoleTests.ID_119_SC_118_a_role_made_again_under_its_name_does_not_revive_its_sessions)),
        ["ID-138 * AccessDenied"] = Test(nameof(WorkloadTests), nameof(WorkloadTests.SC_064_ID_138_ID_139_an_empty_profile_gives_nothing_and_another_role_comes_with_the_next_credentials)),
        ["ID-259 * EntityTemporarilyUnmodifiable"] = Test(nameof(ServiceRoleTests), nameof(ServiceRoleTests.While_the_service_is_asked_the_task_holds_the_role)),
        ["ID-260 * ConcurrentModification"] = Test(nameof(StateErrorTests), nameof(StateErrorTests.ID_260_who_is_overtaken_four_times_gives_up_and_changes_nothing)),
        ["ID-267 GetServiceLastAccessedDetails AccessDenied"] = Test(nameof(ReportTests), nameof(ReportTests.Last_access_tells_what_was_used_and_only_its_asker)),
    };

    /// <summary>What reads like an error of an operation and is none.</summary>
    public static Dictionary<string, string> None { get; } = new(StringComparer.Ordinal)
    {
        ["ID-020 ListAccountAliases NoSuchEntity"] = "gives no or one alias",
        ["ID-038 ChangePassword AccessDenied"] = "as root it is UpdateRootPassword; users change their own (CR-021)",
        ["ID-051 * ValidationError"] = "InvalidInput by ID-172",
        ["ID-099 ListGroups NoSuchEntity"] = "names no group",
        ["ID-101 DeleteGroupWithDependencies DeleteConflict"] = "removes what stands in the way",
        ["ID-117 ListRoles NoSuchEntity"] = "names no role",
        ["ID-118 DeleteRoleWithDependencies DeleteConflict"] = "removes what stands in the way",
        ["ID-129 GetServiceLinkedRoleDeletionStatus InvalidInput"] = "names a task",
        ["ID-148 ListPolicies InvalidInput"] = "names no policy",
        ["ID-148 ListPolicies NoSuchEntity"] = "names no policy",
        ["ID-153 AttachGroupPolicy UnmodifiableEntity"] = "of roles",
        ["ID-153 AttachUserPolicy UnmodifiableEntity"] = "of roles",
        ["ID-157 PutGroupPolicy UnmodifiableEntity"] = "of roles",
        ["ID-157 PutUserPolicy UnmodifiableEntity"] = "of roles",
        ["ID-162 PutUserPermissionsBoundary UnmodifiableEntity"] = "of roles",
        ["ID-176 ListOpenIDConnectProviders NoSuchEntity"] = "names no provider",
        ["ID-177 DeleteOpenIDConnectProvider NoSuchEntity"] = "succeeds by choice",
        ["ID-180 * InvalidIdentityToken"] = "of assertions, which IamCore.Federation reads",
        ["ID-181 ListSAMLProviders NoSuchEntity"] = "names no provider",
        ["ID-192 * LimitExceeded"] = "a second alias overwrites the first (ID-019)",
        ["ID-196 * LimitExceeded"] = "a second boundary replaces the first (ID-162)",
        ["ID-199 * LimitExceeded"] = "a second login profile is EntityAlreadyExists (CR-018)",
        ["ID-211 * LimitExceeded"] = "ValidationError by ST-013",
        ["ID-212 * LimitExceeded"] = "ValidationError by ST-014",
        ["ID-213 * LimitExceeded"] = "ValidationError by ST-011",
        ["ID-214 * LimitExceeded"] = "ValidationError by ST-064",
        ["ID-215 * LimitExceeded"] = "ValidationError by CR-009",
        ["ID-216 * LimitExceeded"] = "ValidationError by ID-065",
        ["ID-217 * LimitExceeded"] = "ValidationError by ID-106",
        ["ID-218 * LimitExceeded"] = "Identity Center",
        ["ID-258 CreateUser ConcurrentModification"] = "what does not exist has no revision",
        ["ID-267 GenerateServiceLastAccessedDetails AccessDenied"] = "of reading the job",
    };

    /// <summary>Codes of ID-262 that no operation of <c>identities.md</c> raises: credentials, requests, sessions.</summary>
    public static Dictionary<string, string> Codes { get; } = new(StringComparer.Ordinal)
    {
        ["AccountNotManagementOrDelegatedAdministrator"] = Test(nameof(OrganizationTests), nameof(OrganizationTests.The_features_of_root_access_are_for_the_management_account_and_its_delegate)),
        ["AuthenticationFailed"] = Test(nameof(SignInTests), nameof(SignInTests.CR_024_SC_103_whatever_is_wrong_the_answer_is_the_same)),
        ["DuplicateCertificate"] = Test(nameof(CertificateTests), nameof(CertificateTests.CR_073_the_life_of_a_signing_certificate)),
        ["DuplicateSSHPublicKey"] = Test(nameof(SshKeyTests), nameof(SshKeyTests.SC_015_CR_065_CR_066_the_life_of_a_public_key)),
        ["EntityTemporarilyUnmodifiable"] = Test(nameof(ServiceRoleTests), nameof(ServiceRoleTests.While_the_service_is_asked_the_task_holds_the_role)),
        ["ExpiredToken"] = Test(nameof(AssumeRoleTests), nameof(AssumeRoleTests.ST_005_SC_067_a_session_works_to_the_tick_before_its_end)),
        ["IncompleteSignature"] = Test(nameof(SignatureFaultTests), nameof(SignatureFaultTests.CR_081_to_CR_095_a_faulty_authorization_header_gives_its_error)),
        ["InvalidAuthenticationCode"] = Test(nameof(LongTermCredentialTests), nameof(LongTermCredentialTests.CR_050_to_CR_054_the_life_of_a_device)),
        ["InvalidCertificate"] = Test(nameof(CertificateTests), nameof(CertificateTests.CR_073_CR_074_a_certificate_must_be_valid_now)),
        ["InvalidClientTokenId"] = Test(nameof(LongTermCredentialTests), nameof(LongTermCredentialTests.CR_095_the_errors_of_authentication)),
        ["InvalidPublicKey"] = Test(nameof(SshKeyTests), nameof(SshKeyTests.CR_065_what_is_no_key_is_refused)),
        ["KeyPairMismatch"] = Test(nameof(CertificateTests), nameof(CertificateTests.CR_074_key_and_certificate_must_fit_and_be_readable)),
        ["MalformedCertificate"] = Test(nameof(CertificateTests), nameof(CertificateTests.CR_073_what_is_no_certificate_and_a_third_one_are_refused)),
        ["MissingAuthenticationToken"] = Test(nameof(SignatureFaultTests), nameof(SignatureFaultTests.CR_095_a_request_without_authentication_says_so)),
        ["NotSupportedService"] = Test(nameof(ServiceCredentialTests), nameof(ServiceCredentialTests.CR_068_CR_070_the_life_of_a_credential)),
        ["PasswordExpired"] = Test(nameof(SignInTests), nameof(SignInTests.CR_012_CR_014_a_password_expires_to_the_tick)),
        ["ReportExpired"] = Test(nameof(CredentialReportTests), nameof(CredentialReportTests.CR_077_a_report_is_kept_for_four_hours)),
        ["ReportNotPresent"] = Test(nameof(CredentialReportTests), nameof(CredentialReportTests.CR_077_a_report_is_kept_for_four_hours)),
        ["RequestReplayed"] = Test(nameof(RecoveryTests), nameof(RecoveryTests.CR_098_a_signed_request_is_taken_once_where_the_host_remembers)),
        ["RequestTimeTooSkewed"] = Test(nameof(SignatureFaultTests), nameof(SignatureFaultTests.CR_096_at_S3_like_services_by_fifteen)),
        ["SignatureDoesNotMatch"] = Test(nameof(SignatureFaultTests), nameof(SignatureFaultTests.CR_089_another_region_or_service_is_told_apart_by_its_message)),
        ["Throttling"] = Test(nameof(SignInTests), nameof(SignInTests.CR_111_guessing_is_slowed_down_for_names_that_exist_and_names_that_do_not)),
        ["UnrecognizedPublicKeyEncoding"] = Test(nameof(SshKeyTests), nameof(SshKeyTests.CR_065_what_is_no_key_is_refused)),
        ["XAmzContentSHA256Mismatch"] = Test(nameof(SignatureFaultTests), nameof(SignatureFaultTests.CR_088_a_declared_payload_hash_must_be_that_of_the_body)),
    };

    /// <summary>Codes of ID-262 that nothing here raises.</summary>
    public static Dictionary<string, string> Unused { get; } = new(StringComparer.Ordinal)
    {
        ["ReportInProgress"] = "a report is complete when the call that makes it returns",
        ["ServiceFailure"] = "what a store throws passes through untouched; the code is for fronts that answer in AWS's form",
    };

    private static readonly HashSet<string> All = [.. typeof(ErrorsElsewhere).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(m => m.GetCustomAttributes().Any(a => a is FactAttribute)).Select(m => $"{type.Name}.{m.Name}"))];

    public static bool IsTest(string name) => All.Contains(name);

    private static string Test(string type, string method) => $"{type}.{method}";
}
