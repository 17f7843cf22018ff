using IamCore.Reference;

namespace IamCore.Policies.Tests.Generation;

/// <summary>Draws requests of the small world, and neighbours of a request.</summary>
internal sealed class RequestGenerator(Rng rng)
{
    private static readonly DateTimeOffset[] Times =
    [
        new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2025, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(1), new(1969, 12, 31, 23, 59, 59, 500, TimeSpan.Zero),
        new(2026, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)),
    ];

    /// <summary>Any request, or one to assume a role.</summary>
    public ReferenceRequest Request(bool isTrust)
    {
        var caller = rng.Pick(Alphabet.Callers);
        return Flavoured(isTrust, new ReferenceRequest
        {
            Principal = caller,
            Action = Action(isTrust),
            Resource = Resource(isTrust),
            ResourceAccount = Account(),
            Context = Context(caller),
            Time = rng.Pick(Times),
            IsDeclaredStrict = rng.Chance(5),
        });
    }

    /// <summary>The request with one or two parts drawn anew.</summary>
    public ReferenceRequest Neighbour(ReferenceRequest request, bool isTrust)
    {
        for (var changes = 1 + rng.Next(2); changes > 0; changes--)
        {
            switch (rng.Next(6))
            {
                case 0:
                    var caller = rng.Pick(Alphabet.Callers);
                    request = request with { Principal = caller, Context = Context(caller) };
                    break;
                case 1:
                    request = request with { Action = Action(isTrust) };
                    break;
                case 2:
                    request = request with { Resource = Resource(isTrust) };
                    break;
                case 3:
                    request = request with { ResourceAccount = Account() };
                    break;
                default:
                    request = request with { Context = Context(request.Principal) };
                    break;
            }
        }

        return Flavoured(isTrust, request);
    }

    /// <summary>Resource policies and trust policies are documents of two types: a request keeps to the one of its bundle.</summary>
    private static ReferenceRequest Flavoured(bool isTrust, ReferenceRequest request) =>
        ReferenceEvaluator.IsTrustRequest(request.Action, request.Resource) == isTrust ? request : request with { Action = "sts:GetSessionToken" };

    private string Action(bool isTrust) =>
        isTrust ? rng.Pick(Alphabet.TrustActions) : rng.Chance(2) ? rng.Of("sts:GetCallerIdentity", "STS:getcalleridentity") : rng.Pick(Alphabet.Actions);

    private string Resource(bool isTrust) => rng.Pick(isTrust ? Alphabet.Roles : Alphabet.Resources);

    private string? Account() => rng.Next(10) switch { < 5 => null, < 8 => Alphabet.A, _ => Alphabet.B };

    private List<KeyValuePair<string, SuppliedValue>> Context(CallerText caller)
    {
        var context = new List<KeyValuePair<string, SuppliedValue>>();
        for (var count = rng.Next(8); count > 0; count--)
        {
            var (key, family) = rng.Pick(ConditionKeys.Supplied);
            Add(context, key, Value(key, family));
        }

        if (caller.Form == CallerForm.Arn && rng.Chance(30))
        {
            Add(context, "aws:userid", SuppliedValue.Single(rng.Of(Alphabet.UserId, Alphabet.UserId, Alphabet.RoleId, Alphabet.RoleId + ":s", Alphabet.RoleId + ":s", Alphabet.UserId + ":s", "a")));
        }

        if (rng.Chance(8))
        {
            Add(context, rng.Of("aws:CurrentTime", "aws:EpochTime"), SuppliedValue.Single(rng.Pick(Alphabet.Dates)));
        }

        if (rng.Chance(6))
        {
            // Keys that give way to a supplied value (EV-013).
            Add(
                context,
                rng.Of("aws:RequestedRegion", "aws:ViaAWSService", "aws:MultiFactorAuthPresent", "aws:EpochTime"),
                rng.Chance(85) ? SuppliedValue.Single(rng.Of("true", "false", "eu", "2026")) : SuppliedValue.Many("true"));
        }

        if (rng.Chance(5))
        {
            // Derived for some callers: then a conflict, or the same text (EV-013).
            var (key, text) = rng.Of(
                ("aws:PrincipalType", "User"), ("aws:username", "a"), ("aws:PrincipalIsAWSService", "false"), ("aws:PrincipalAccount", Alphabet.A),
                ("aws:ResourceAccount", Alphabet.A), ("aws:PrincipalServiceName", "s.example"), ("aws:PrincipalArn", $"arn:aws:iam::{Alphabet.A}:role/R"), ("aws:CurrentTime", "now"));
            Add(context, key, rng.Chance(95) ? SuppliedValue.Single(text) : SuppliedValue.Many(text));
        }

        return context;
    }

    private SuppliedValue Value(string key, ValueFamily family)
    {
        var isArray = key is "app:m" or "aws:TagKeys" ? rng.Chance(90) : rng.Chance(10);
        if (!isArray)
        {
            return SuppliedValue.Single(ConditionKeys.RequestValue(rng, family));
        }

        var texts = new string[rng.Next(4)];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = rng.Chance(15) ? "" : ConditionKeys.RequestValue(rng, rng.Chance(80) ? family : (ValueFamily)rng.Next(7));
        }

        return SuppliedValue.Many(texts);
    }

    private void Add(List<KeyValuePair<string, SuppliedValue>> context, string key, SuppliedValue value)
    {
        if (!context.Any(c => c.Key.Equals(key, StringComparison.OrdinalIgnoreCase)))
        {
            context.Add(KeyValuePair.Create(rng.Chance(20) ? key.ToUpperInvariant() : key, value));
        }
    }
}
