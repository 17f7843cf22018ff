using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>Rules shared by the operations on managed policies by ARN.</summary>
internal static class PolicyTargets
{
    private static readonly System.Buffers.SearchValues<char> SuffixChars =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Checks the caller for the policy with an ARN.</summary>
    public static async ValueTask AuthorizeAsync(AdministrationWork work, string action, string policyArn)
    {
        var found = await ResolvedPolicy.FindAsync(work, policyArn).ConfigureAwait(false);
        await work.CheckAsync(new() { Action = action, Resource = policyArn, ResourceTags = found?.Customer?.Tags }).ConfigureAwait(false);
    }

    /// <summary>Returns the customer managed policy with an ARN, in order to change it.</summary>
    /// <exception cref="IamException">
    /// <c>NoSuchEntity</c>: there is no such policy; <c>AccessDenied</c>: it is predefined (ID-150).
    /// </exception>
    public static async ValueTask<ManagedPolicy> GetCustomerAsync(AdministrationWork work, string policyArn, string rule) =>
        (await ResolvedPolicy.GetAsync(work, policyArn, rule).ConfigureAwait(false)).Customer ?? throw ReadOnly(policyArn);

    /// <summary>Returns the error that a predefined policy cannot be changed (ID-150).</summary>
    public static IamException ReadOnly(string policyArn) =>
        new(IamErrorCode.AccessDenied, $"The predefined policy {policyArn} cannot be changed.", "ID-150");

    /// <summary>Returns a version of a customer managed policy.</summary>
    public static PolicyVersion GetVersion(ManagedPolicy policy, string versionId, string rule) => policy.FindVersion(versionId)
        ?? throw new IamException(IamErrorCode.NoSuchEntity, $"Policy {policy.Arn} version {versionId} does not exist or is not attachable.", rule);

    /// <summary>Checks the form of a version id (ID-142).</summary>
    public static void CheckVersionId(ParameterCheck check, string? versionId)
    {
        var isId = versionId is ['v', >= '1' and <= '9', ..];
        if (isId)
        {
            var rest = versionId.AsSpan(2).TrimStart("0123456789");
            isId = rest.IsEmpty || (rest[0] == '.' && !rest[1..].ContainsAnyExcept(SuffixChars));
        }

        check.Require(isId, "VersionId", @"must satisfy the pattern v[1-9][0-9]*(\.[A-Za-z0-9-]*)?", "ID-142");
    }
}
