using IamCore.Credentials.Throttling;

namespace IamCore.Administration.Credentials;

/// <summary>Lists the principals and devices of the account that must currently wait before another attempt (CR-113).</summary>
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
