using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>
/// Converts an inline policy to a customer managed policy: creates the managed policy, attaches it and deletes the inline policy in one
/// step
/// (ID-160). The result is the managed policy.
/// </summary>
/// <param name="Kind"><see cref="ObjectKind.User"/>, <see cref="ObjectKind.Group"/> or <see cref="ObjectKind.Role"/>.</param>
/// <param name="IdentityName">The name of the user, group or role, ignoring case.</param>
/// <param name="InlineName">The name of the inline policy.</param>
public sealed record ConvertInlineToManaged(ObjectKind Kind, string IdentityName, string InlineName) : IamComposite<ManagedPolicy>
{
    /// <summary>The name of the managed policy.</summary>
    /// <value>The name of the inline policy.</value>
    public string? PolicyName { get; init; }

    /// <summary>The path of the managed policy.</summary>
    /// <value><c>/</c></value>
    public string? Path { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        if (check.Require(Kind is ObjectKind.User or ObjectKind.Group or ObjectKind.Role, nameof(Kind), "must be User, Group or Role", "ID-160"))
        {
            NamedKindOf().Check(check, IdentityName);
        }

        check.Name(InlineName, nameof(InlineName), 128, "ID-048");
        NamedKind.Policy.Check(check, PolicyName ?? InlineName);
        check.PolicyPath(Path, nameof(Path));
    }

    internal override ValueTask<ManagedPolicy> ApplyAsync(AdministrationWork work) => Kind switch
    {
        ObjectKind.User => ConvertAsync(
            work, new GetUserPolicy(IdentityName, InlineName), arn => new AttachUserPolicy(IdentityName, arn), new DeleteUserPolicy(IdentityName, InlineName)),
        ObjectKind.Group => ConvertAsync(
            work, new GetGroupPolicy(IdentityName, InlineName), arn => new AttachGroupPolicy(IdentityName, arn), new DeleteGroupPolicy(IdentityName, InlineName)),
        _ => ConvertAsync(
            work, new GetRolePolicy(IdentityName, InlineName), arn => new AttachRolePolicy(IdentityName, arn), new DeleteRolePolicy(IdentityName, InlineName)),
    };

    private NamedKind NamedKindOf() => Kind switch
    {
        ObjectKind.User => NamedKind.User,
        ObjectKind.Group => NamedKind.Group,
        _ => NamedKind.Role,
    };

    // The inline policy is read through its own operation, which the caller must be allowed: its text shows in the managed policy.
    /// <summary>Reading the document is a step too: its text is shown in what becomes of it.</summary>
    private async ValueTask<ManagedPolicy> ConvertAsync<TIdentity>(
        AdministrationWork work, IamCommand<InlinePolicy> get, Func<string, IamCommand<TIdentity>> attach, IamCommand<TIdentity> delete)
        where TIdentity : IamIdentity
    {
        var inline = await work.RunAsync(get).ConfigureAwait(false);
        if (ExpectedRevision is not null)
        {
            CheckRevision(await NamedKindOf().GetAsync<TIdentity>(work, IdentityName, "ID-160").ConfigureAwait(false));
        }

        var created = await work.RunAsync(new CreatePolicy(PolicyName ?? InlineName, inline.Document.ToString()) { Path = Path }).ConfigureAwait(false);
        await work.RunAsync(attach(created.Value.Arn)).ConfigureAwait(false);
        await work.RunAsync(delete).ConfigureAwait(false);
        return created.Value;
    }
}
