using System.Collections.Immutable;
using IamCore.Errors;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Sessions;

/// <summary>Finds the managed policies passed as session policies (ST-014).</summary>
internal static class SessionPolicies
{
    /// <summary>Returns their keys without duplicates. The session keeps the key, so that renaming a policy does not matter.</summary>
    /// <exception cref="IamException">
    /// <c>ValidationError</c>: a policy belongs to another account, does not exist or is not attachable.
    /// </exception>
    public static async ValueTask<ValueList<ObjectKey>> FindAsync(
        IamDirectory directory, IamAccount account, ValueList<string> arns, CancellationToken cancellationToken)
    {
        var keys = new List<ObjectKey>();
        foreach (var arn in arns.Distinct().ToImmutableArray())
        {
            keys.Add(await FindAsync(directory, account, arn, cancellationToken).ConfigureAwait(false)
                ?? throw IamErrors.Validation($"The policy {arn} does not exist or cannot be used as a session policy.", "ST-014"));
        }

        return [.. keys.Distinct()];
    }

    private static async ValueTask<ObjectKey?> FindAsync(IamDirectory directory, IamAccount account, string text, CancellationToken cancellationToken)
    {
        if (!Arn.TryParse(text, out var arn) || !arn.Partition.SequenceEqual(account.Partition))
        {
            return null;
        }

        if (directory.Options.PredefinedPolicies.Find(arn) is { } predefined)
        {
            return predefined is { IsAttachable: true, Type: PolicyType.Identity } ? predefined.Key : null;
        }

        var name = arn.Resource[(arn.Resource.LastIndexOf('/') + 1)..].ToString();
        var found = await directory.Store.FindAsync(
            ObjectLocator.ByUniqueKey(DirectoryKeys.ManagedPolicy(account.AccountId, name)), cancellationToken).ConfigureAwait(false);
        return found is ManagedPolicy policy && policy.Arn == text ? policy.Key : null;
    }
}
