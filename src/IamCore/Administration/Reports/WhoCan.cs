using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>
/// Finds every user and role of the account that may perform an action on a resource, with the statements that grant it. Users come first,
/// each kind ordered by name (ID-268).
/// </summary>
/// <param name="ActionName">The action, for example <c>documents:Read</c>.</param>
/// <param name="ResourceArn">The ARN of the resource, or <c>*</c>.</param>
/// <example>
/// <code>
/// var query = new WhoCan("documents:Delete", "arn:aws:documents:::document/7");
/// foreach (var identity in await account.ExecuteAsync(query, cancellationToken))
/// {
///     Console.WriteLine($"{identity.Kind} {identity.Name}");
/// }
/// </code>
/// </example>
public sealed record WhoCan(string ActionName, string ResourceArn = "*") : IamQuery<ValueList<AllowedIdentity>>
{
    /// <summary>The context keys of the request, which are the same for every identity.</summary>
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
