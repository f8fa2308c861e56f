/** A trial installation: invented units and people, and a clock that can be moved forward. */
package vn.lantoa.demo;
