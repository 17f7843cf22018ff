using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IamCore.AspNetCore.Templates;

/// <summary>The templates of each endpoint, bound once: at start, or with the first request to an endpoint that came later.</summary>
internal sealed class EndpointBindings
{
    private readonly ConditionalWeakTable<Endpoint, Bound> _bound = [];

    /// <summary>The template of a requirement as bound to the endpoint.</summary>
    /// <exception cref="InvalidOperationException">The template does not fit the endpoint.</exception>
    public BoundTemplate Get(Endpoint endpoint, IamRequirement requirement)
    {
        var bound = _bound.GetOrAdd(endpoint, static _ => new Bound());
        var known = bound.Templates;
        foreach (var (of, template) in known)
        {
            if (ReferenceEquals(of, requirement))
            {
                return template;
            }
        }

        if (!TryBind(endpoint, requirement, out var made, out var problem))
        {
            throw new InvalidOperationException($"{endpoint.DisplayName}: {requirement} cannot be bound: {problem}");
        }

        // A race binds twice; both are right.
        bound.Templates = known.Add((requirement, made!));
        return made!;
    }

    /// <summary>Whether the template fits the endpoint, and what is wrong.</summary>
    public static bool TryBind(Endpoint endpoint, IamRequirement requirement, out BoundTemplate? bound, out string? problem)
    {
        bound = null;
        problem = null;
        if (requirement.Template is not { } template)
        {
            problem = "it has no resource: on an endpoint the template says which one";
            return false;
        }

        var forms = ImmutableArray.CreateBuilder<RouteValueForm>(template.Parts.Length);
        foreach (var part in template.Parts)
        {
            var form = RouteValueForm.Text;
            if (part.Value is not null)
            {
                if (endpoint is not RouteEndpoint route)
                {
                    problem = "the endpoint has no route";
                    return false;
                }

                form = RouteParameters.FindForm(route, part.Value, part.IsPath, out problem);
                if (problem is not null)
                {
                    return false;
                }
            }

            forms.Add(form);
        }

        bound = new(template, forms.MoveToImmutable());
        return true;
    }

    private sealed class Bound
    {
        private ImmutableArray<(IamRequirement, BoundTemplate)> _templates = [];

        public ImmutableArray<(IamRequirement Requirement, BoundTemplate Template)> Templates
        {
            get => _templates;
            set => ImmutableInterlocked.InterlockedExchange(ref _templates, value);
        }
    }
}
