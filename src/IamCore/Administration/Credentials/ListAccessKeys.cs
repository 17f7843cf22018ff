namespace IamCore.Administration.Credentials;

/// <summary>Lists the access keys of a user, oldest first, without secrets (CR-034).</summary>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
public sealed record ListAccessKeys(string? UserName = null) : IamQuery<ValueList<AccessKeyDescription>>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<ValueList<AccessKeyDescription>> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-034").ConfigureAwait(false);
        var keys = await AccessKeyRules.OfAsync(work, owner.Key).ConfigureAwait(false);
        return [.. keys.Select(key => new AccessKeyDescription(owner.UserName, key.Id, key.Status, key.CreateDate))];
    }
}
