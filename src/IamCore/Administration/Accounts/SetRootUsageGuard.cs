using IamCore.Callers;
using IamCore.Model;

namespace IamCore.Administration.Accounts;

/// <summary>Says what happens when the root user is used (ID-040). Gives the account.</summary>
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

    /// <summary>Lets root lower the guard only where it showed a second factor (ID-040).</summary>
    private void CheckChange(AdministrationWork work)
    {
        if (work.Caller is { HasSecondFactor: false } && StrengthOf(Guard) < StrengthOf(work.Account.RootUsageGuard))
        {
            throw RootRules.Guarded("Root lowers the guard only in a session with MFA");
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
