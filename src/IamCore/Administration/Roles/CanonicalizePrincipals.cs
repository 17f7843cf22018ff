using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>
/// Returns a resource policy that the host stores with its users and roles replaced by their unique ids, so that a principal re-created
/// under an old name does not match (ID-167, ID-168).
/// </summary>
/// <param name="PolicyDocument">The resource policy, as JSON.</param>
public sealed record CanonicalizePrincipals(string PolicyDocument) : IamQuery<PolicyText>
{
    /// <inheritdoc />
    public override string Action => "iamcore:CanonicalizePrincipals";

    internal override void Validate(ParameterCheck check) => check.Document(PolicyDocument, nameof(PolicyDocument));

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override ValueTask<PolicyText> ApplyAsync(AdministrationWork work)
    {
        var text = new PolicyText(PolicyDocument);
        DocumentRules.Read(text, PolicyType.Resource);
        return StoredPrincipals.ToIdsAsync(work, text);
    }
}
