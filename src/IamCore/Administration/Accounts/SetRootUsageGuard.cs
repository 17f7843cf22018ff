using IamCore.Callers;
using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>Sets what happens when the root user is used (ID-040). The result is the account.</summary>
/// <param name="Guard">The guard.</param>
public sealed record SetRootUsageGuard(RootUsageGuard Guard) : IamChange<IamAccount>
{
    /// <inheritdoc />
    public override string Action => "iamcore:SetRootUsageGuard";

    internal override void Validate(ParameterCheck check) => check.Require(Enum.IsDefined(Guard), nameof(Guard), "must be one of the guards", "ID-040");

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        await AccountChange.AuthorizeRootAsync(work, Action).ConfigureAwait(false);
        CheckChange(work);
    }

    internal override ValueTask<IamAccount> ApplyAsync(AdministrationWork work) =>
        AccountChange.ApplyAsync(work, CheckRevision, a => a with { RootUsageGuard = Guard });

    /// <summary>Lets root lower the guard only if it authenticated with MFA (ID-040).</summary>
    private void CheckChange(AdministrationWork work)
    {
        if (work.Caller is { HasSecondFactor: false } && StrengthOf(Guard) < StrengthOf(work.Account.RootUsageGuard))
        {
            throw RootRules.Guarded("The root user can lower the guard only in a session with MFA");
        }
    }

    private static int StrengthOf(RootUsageGuard guard) => guard switch
    {
        RootUsageGuard.Off => 0,
        RootUsageGuard.Warn => 1,
        RootUsageGuard.RequireMfa => 2,
        _ => 3,
    };
}
