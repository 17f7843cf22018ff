using IamCore.Administration;

namespace IamCore.IdentityCenter.Portal;

/// <summary>What the portal itself changes, on the trusted façade: it has made sure who asks. Nobody else can make these.</summary>
internal abstract record PortalCommand<TResult>(string UserId) : IdentityCenterChange<TResult>
{
    public override string Action => $"identitystore:{GetType().Name}";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal sealed override ValueTask AuthorizeAsync(AdministrationWork work) => throw CenterRefusals.Denied("Only the access portal does this.", "ST-148");

    public sealed override string ToString() => $"{GetType().Name} {UserId}";
}
