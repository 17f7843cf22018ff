using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IamCore.AspNetCore.Templates;

/// <summary>The templates of each endpoint, bound once: at start, or with the first request to an endpoint that came later.</summary>
internal sealed class EndpointBindings
{
    private const int Places = 64;

    private readonly ConditionalWeakTable<Endpoint, Bound> _bound = [];

    /// <summary>Those asked for lately, found without a search. Each place keeps the latest of those that fall on it.</summary>
    private readonly Binding?[] _recent = new Binding?[Places];

    /// <summary>The template of a requirement as bound to the endpoint.</summary>
    /// <exception cref="InvalidOperationException">The template does not fit the endpoint.</exception>
    public BoundTemplate Get(Endpoint endpoint, IamRequirement requirement)
    {
        ref var place = ref _recent[(RuntimeHelpers.GetHashCode(endpoint) ^ RuntimeHelpers.GetHashCode(requirement)) & (Places - 1)];
        var recent = Volatile.Read(ref place);
        if (recent is null || recent.Endpoint != endpoint || recent.Requirement != requirement)
        {
            recent = Find(endpoint, requirement);
            Volatile.Write(ref place, recent);
        }

        return recent.Template;
    }

    private Binding Find(Endpoint endpoint, IamRequirement requirement)
    {
        var bound = _bound.GetOrAdd(endpoint, static _ => new Bound());
        var known = bound.Bindings;
        foreach (var binding in known)
        {
            if (binding.Requirement == requirement)
            {
                return binding;
            }
        }

        if (!TryBind(endpoint, requirement, out var template, out var problem))
        {
            throw new InvalidOperationException($"{endpoint.DisplayName}: {requirement} cannot be bound: {problem}");
        }

        // A race binds twice; both are right.
        var made = new Binding(endpoint, requirement, template!);
        bound.Bindings = known.Add(made);
        return made;
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

    private sealed class Binding(Endpoint endpoint, IamRequirement requirement, BoundTemplate template)
    {
        public Endpoint Endpoint { get; } = endpoint;

        public IamRequirement Requirement { get; } = requirement;

        public BoundTemplate Template { get; } = template;
    }

    private sealed class Bound
    {
        private ImmutableArray<Binding> _bindings = [];

        public ImmutableArray<Binding> Bindings
        {
            get => _bindings;
            set => ImmutableInterlocked.InterlockedExchange(ref _bindings, value);
        }
    }
}
