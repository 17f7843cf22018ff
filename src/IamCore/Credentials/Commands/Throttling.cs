using IamCore.Administration;

namespace IamCore;

/// <summary>The names and devices of the account that must wait at the moment (CR-113).</summary>
public sealed record ListThrottledPrincipals : IamQuery<ValueList<AttemptKey>>
{
    /// <inheritdoc />
    public override string Action => "iamcore:ListThrottledPrincipals";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<ValueList<AttemptKey>> ApplyAsync(AdministrationWork work) =>
        [.. await work.Credentials.Limiter.ListAsync(work.AccountId, work.CancellationToken).ConfigureAwait(false)];
}

/// <summary>Lets somebody try again at once (CR-113).</summary>
/// <param name="Name">The name or serial number as <see cref="ListThrottledPrincipals"/> gives it.</param>
/// <param name="Kind">A principal, or a device of the account.</param>
public sealed record ClearThrottle(string Name, AttemptKind Kind = AttemptKind.Principal) : IamCommand<Nothing>
{
    /// <inheritdoc />
    public override string Action => "iamcore:ClearThrottle";

    internal override void Validate(ParameterCheck check)
    {
        check.Length(Name ?? "", nameof(Name), 1, 1024, "CR-113");
        check.Require(Kind is AttemptKind.Principal or AttemptKind.Device, nameof(Kind), "must be Principal or Device", "CR-113");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        await work.Credentials.Limiter.ClearAsync(new(Kind, work.AccountId, DirectoryKeys.Fold(Name)), work.CancellationToken).ConfigureAwait(false);
        return default;
    }
}
