using IamCore.Credentials.Throttling;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Lets a principal or device that failed too often try again immediately (CR-113).</summary>
/// <param name="Name">The name or serial number, as returned by <see cref="ListThrottledPrincipals"/>.</param>
/// <param name="Kind">Whether it is a principal or a device of the account.</param>
public sealed record ClearThrottle(string Name, AttemptKind Kind = AttemptKind.Principal) : IamCommand<NoResult>
{
    /// <inheritdoc />
    public override string Action => "iamcore:ClearThrottle";

    internal override void Validate(ParameterCheck check)
    {
        check.Length(Name ?? "", nameof(Name), 1, 1024, "CR-113");
        check.Require(Kind is AttemptKind.Principal or AttemptKind.Device, nameof(Kind), "must be Principal or Device", "CR-113");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        await work.Credentials.Limiter.ClearAsync(new(Kind, work.AccountId, DirectoryKeys.Fold(Name)), work.CancellationToken).ConfigureAwait(false);
        return default;
    }
}
