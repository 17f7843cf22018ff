using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>Every user and role of the account that may do an action on a resource, with the statements that grant it: users first, each by name (ID-268).</summary>
/// <param name="ActionName">The action.</param>
/// <param name="ResourceArn">The resource, or <c>*</c>.</param>
public sealed record WhoCan(string ActionName, string ResourceArn = "*") : IamQuery<ValueList<AllowedIdentity>>
{
    /// <summary>What is known of the request, the same for all.</summary>
    public IRequestContext Context { get; init; } = RequestContext.Empty;

    /// <inheritdoc />
    public override string Action => "iamcore:WhoCan";

    internal override void Validate(ParameterCheck check)
    {
        check.Require(IamCore.Policies.ActionName.TryParse(ActionName, out _), nameof(ActionName), "must be an action, for example iam:GetUser", "ID-268");
        check.Require(ResourceName.TryParse(ResourceArn, out _), nameof(ResourceArn), "must be an ARN or *", "ID-268");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<ValueList<AllowedIdentity>> ApplyAsync(AdministrationWork work)
    {
        var allowed = new List<AllowedIdentity>();
        foreach (var kind in (ObjectKind[])[ObjectKind.User, ObjectKind.Role])
        {
            foreach (var entity in await work.AllAsync<IamEntity>(kind).ConfigureAwait(false))
            {
                var who = await Simulations.OfAsync(work, entity).ConfigureAwait(false);
                var request = Simulations.RequestOf(work, who, IamCore.Policies.ActionName.Parse(ActionName), ResourceName.Parse(ResourceArn), Context);
                var policies = who.Policies;
                if (PolicyEvaluator.Evaluate(in request, in policies).IsAllowed)
                {
                    var granting = ((IEnumerable<StatementReference>)PolicyEvaluator.Explain(in request, in policies).Matched)
                        .Where(m => m.Type == PolicyType.Identity && m.Statement.Effect == Effect.Allow);
                    allowed.Add(new(kind, entity.Name, entity.Arn, [.. granting]));
                }
            }
        }

        return [.. allowed];
    }
}
