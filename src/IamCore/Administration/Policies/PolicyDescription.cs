using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>A managed policy, customer managed or predefined, with its use in the account (ID-140, ID-150).</summary>
public sealed record PolicyDescription
{
    /// <summary>The name.</summary>
    public required string PolicyName { get; init; }

    /// <summary>The unique id; for predefined policies, the path and name.</summary>
    public required string PolicyId { get; init; }

    /// <summary>The ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The path.</summary>
    public required string Path { get; init; }

    /// <summary>The id of the version in effect.</summary>
    public required string DefaultVersionId { get; init; }

    /// <summary>The number of users, groups and roles of the account it is attached to.</summary>
    public required int AttachmentCount { get; init; }

    /// <summary>The number of users and roles of the account that have it as their permissions boundary (ID-164).</summary>
    public required int PermissionsBoundaryUsageCount { get; init; }

    /// <summary>Whether it can be attached to further identities.</summary>
    public required bool IsAttachable { get; init; }

    /// <summary>A description for people; <see langword="null"/> if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The policy as stored; <see langword="null"/> if it is predefined.</summary>
    public ManagedPolicy? Policy { get; init; }

    internal static async ValueTask<PolicyDescription> OfAsync(AdministrationWork work, ResolvedPolicy policy)
    {
        var attached = 0;
        var boundaries = 0;
        foreach (var kind in (ObjectKind[])[ObjectKind.User, ObjectKind.Group, ObjectKind.Role])
        {
            attached += await work.CountReferrersAsync(kind, Relation.AttachedPolicy, policy.Key).ConfigureAwait(false);
            boundaries += await work.CountReferrersAsync(kind, Relation.PermissionsBoundary, policy.Key).ConfigureAwait(false);
        }

        return new()
        {
            PolicyName = policy.Name,
            PolicyId = policy.Key.Id,
            Arn = policy.Arn,
            Path = policy.Path,
            DefaultVersionId = policy.Customer?.DefaultVersionId ?? policy.Predefined!.DefaultVersionId,
            AttachmentCount = attached,
            PermissionsBoundaryUsageCount = boundaries,
            IsAttachable = policy.IsAttachable,
            Description = policy.Customer is null ? policy.Predefined!.Description : policy.Customer.Description,
            Policy = policy.Customer,
        };
    }

    internal static ValueList<PolicyVersion> VersionsOf(AdministrationWork work, ResolvedPolicy policy) =>
        policy.Customer?.Versions ?? [new(policy.Predefined!.DefaultVersionId, policy.Predefined.TextIn(work.Partition), default)];
}
