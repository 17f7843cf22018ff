using IamCore.Administration;

namespace IamCore.IdentityCenter.Portal;

/// <summary>
/// A change made by the portal itself on the trusted façade, after it has authenticated the user. Nobody else can create these commands.
/// </summary>
internal abstract record PortalCommand<TResult>(string UserId) : IdentityCenterChange<TResult>
{
    public override string Action => $"identitystore:{GetType().Name}";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal sealed override ValueTask AuthorizeAsync(AdministrationWork work) => throw IdentityCenterErrors.Denied("Only the access portal can do this.", "ST-148");

    public sealed override string ToString() => $"{GetType().Name} {UserId}";
}
