package org.turnpike.simulator.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Cloudflare's own scalars. */
final class Scalars {

  private Scalars() {}

  static List<GraphQLScalarType> all() {
    return List.of(
        scalar("Time", in -> OffsetDateTime.parse((String) in).toInstant(), Instant.class),
        scalar("Date", in -> LocalDate.parse((String) in), LocalDate.class),
        scalar("string", String.class::cast, String.class),
        scalar("uint64", Scalars::unsigned, Long.class),
        scalar("float64", in -> ((Number) in).doubleValue(), Double.class));
  }

  private static Long unsigned(Object in) {
    long value = in instanceof BigInteger big ? big.longValueExact() : ((Number) in).longValue();
    if (in instanceof Double || in instanceof Float || value < 0) {
      throw new ArithmeticException("not an unsigned number");
    }
    return value;
  }

  private static <T> GraphQLScalarType scalar(
      String name, Function<Object, T> parse, Class<T> type) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .coercing(new Strict<>(name, parse, type))
        .build();
  }

  private record Strict<T>(String name, Function<Object, T> parse, Class<T> type)
      implements Coercing<T, Object> {

    @Override
    public Object serialize(Object result, GraphQLContext context, Locale locale) {
      T value = type.cast(result);
      return value instanceof Number || value instanceof String ? value : value.toString();
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
      try {
        return parse.apply(input);
      } catch (ClassCastException | ArithmeticException | DateTimeException e) {
        throw new CoercingParseValueException("not a " + name, e);
      }
    }

    @Override
    public T parseLiteral(
        Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
      try {
        return parse.apply(plain(literal));
      } catch (ClassCastException | ArithmeticException | DateTimeException e) {
        throw new CoercingParseLiteralException("not a " + name, e);
      }
    }

    private static Object plain(Value<?> literal) {
      if (literal instanceof StringValue text) {
        return text.getValue();
      }
      if (literal instanceof IntValue number) {
        return number.getValue();
      }
      return literal instanceof FloatValue number ? number.getValue().doubleValue() : literal;
    }
  }
}
