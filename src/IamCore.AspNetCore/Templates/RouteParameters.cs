using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;

namespace IamCore.AspNetCore.Templates;

/// <summary>How the handler of an endpoint reads the values of its route.</summary>
internal static class RouteParameters
{
    /// <summary>The form of a value, or what is wrong with taking it for part of a resource.</summary>
    public static RouteValueForm FindForm(RouteEndpoint endpoint, string name, bool isPath, out string? problem)
    {
        problem = FindRouteProblem(endpoint.RoutePattern, name, isPath);
        if (problem is not null)
        {
            return default;
        }

        var forms = new List<RouteValueForm?>();
        problem = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action
            ? AddActionForms(action, name, forms)
            : AddHandlerForms(endpoint.Metadata.GetMetadata<MethodInfo>(), name, forms);
        if (problem is not null)
        {
            return default;
        }

        if (forms.Count == 0)
        {
            forms.Add(ConstraintForm(endpoint.RoutePattern, name));
        }

        if (forms.Contains(null) || forms.Distinct().Count() > 1)
        {
            problem = $"the handler reads {{{name}}} as a type of which several texts may be one value: take a string, a whole number or a Guid";
            return default;
        }

        return forms[0]!.Value;
    }

    private static string? FindRouteProblem(RoutePattern pattern, string name, bool isPath)
    {
        var parameter = pattern.GetParameter(name);
        if (parameter is null)
        {
            return pattern.Defaults.ContainsKey(name) || pattern.RequiredValues.ContainsKey(name)
                ? null : $"the route \"{pattern.RawText}\" has no value {{{name}}}";
        }

        if (parameter.IsOptional && parameter.Default is null)
        {
            return $"{{{name}}} is optional in the route \"{pattern.RawText}\": a request without it would name no resource";
        }

        return isPath && !parameter.IsCatchAll ? $"{{*{name}}} may hold slashes, but {{{name}}} of the route \"{pattern.RawText}\" is one segment: write {{{name}}}" : null;
    }

    /// <summary>An action's parameter must be bound to the route: by name alone, MVC takes a field of a form first.</summary>
    private static string? AddActionForms(ControllerActionDescriptor action, string name, List<RouteValueForm?> forms)
    {
        foreach (var parameter in action.Parameters)
        {
            var bound = parameter.BindingInfo?.BinderModelName ?? parameter.Name;
            var source = parameter.BindingInfo?.BindingSource;
            if (!bound.Equals(name, StringComparison.OrdinalIgnoreCase) || (source is not null && !source.CanAcceptDataFrom(BindingSource.Path)))
            {
                continue;
            }

            if (source != BindingSource.Path)
            {
                return $"the parameter {parameter.Name} may come from elsewhere than the route: mark it with [FromRoute], or the controller with [ApiController]";
            }

            forms.Add(RouteValueForms.Of(parameter.ParameterType));
        }

        return null;
    }

    private static string? AddHandlerForms(MethodInfo? handler, string name, List<RouteValueForm?> forms)
    {
        foreach (var parameter in handler?.GetParameters() ?? [])
        {
            if (parameter.IsDefined(typeof(AsParametersAttribute), inherit: false))
            {
                AddMemberForms(parameter.ParameterType, name, forms);
            }
            else
            {
                AddForm(parameter.Name, parameter.ParameterType, parameter.GetCustomAttributes(inherit: true), name, forms);
            }
        }

        return null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The framework binds to the same properties and keeps them for it")]
    private static void AddMemberForms(Type type, string name, List<RouteValueForm?> forms)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            AddForm(property.Name, property.PropertyType, property.GetCustomAttributes(inherit: true), name, forms);
        }
    }

    private static void AddForm(string? parameterName, Type type, object[] attributes, string name, List<RouteValueForm?> forms)
    {
        var isElsewhere = attributes.Any(a => a is IFromQueryMetadata or IFromHeaderMetadata or IFromBodyMetadata or IFromFormMetadata or IFromServiceMetadata);
        var bound = attributes.OfType<IFromRouteMetadata>().FirstOrDefault()?.Name ?? parameterName;
        if (!isElsewhere && string.Equals(bound, name, StringComparison.OrdinalIgnoreCase))
        {
            forms.Add(RouteValueForms.Of(type));
        }
    }

    /// <summary>A handler that does not take the value as a parameter reads it itself; the constraint tells how.</summary>
    private static RouteValueForm? ConstraintForm(RoutePattern pattern, string name)
    {
        RouteValueForm? form = RouteValueForm.Text;
        if (pattern.ParameterPolicies.TryGetValue(name, out var policies))
        {
            foreach (var policy in policies)
            {
                form = Form(policy, form);
            }
        }

        return form;
    }

    private static RouteValueForm? Form(RoutePatternParameterPolicyReference policy, RouteValueForm? otherwise)
    {
        var name = policy.Content ?? "";
        return policy.ParameterPolicy is IntRouteConstraint or LongRouteConstraint || name is "int" or "long" || name.StartsWith("min(", StringComparison.Ordinal)
            || name.StartsWith("max(", StringComparison.Ordinal) || name.StartsWith("range(", StringComparison.Ordinal) ? RouteValueForm.Integer
            : policy.ParameterPolicy is GuidRouteConstraint || name is "guid" ? RouteValueForm.Guid
            : policy.ParameterPolicy is BoolRouteConstraint or DateTimeRouteConstraint or DecimalRouteConstraint or DoubleRouteConstraint or FloatRouteConstraint
                || name is "bool" or "datetime" or "decimal" or "double" or "float" ? null
            : otherwise;
    }
}
